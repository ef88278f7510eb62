import { readFileSync } from 'node:fs';
import { type Engine, type Generation, generations } from '../../runner/core/engine.ts';
import { startEngine } from '../../runner/engine/index.ts';
import { tracesOf } from './host-state.ts';

/**
 * `npm run bench`: how long a sandbox takes to be ready and to be gone, what it holds while idle, four side by side
 * against one after another. Prepare the sandboxes first (`tutor engine prepare`); arguments: generations.
 */
const rounds = 20;
const asked = process.argv.slice(2).map(Number);
for (const generation of generations.filter((one) => asked.length === 0 || asked.includes(one)))
  await measure(generation);

async function measure(generation: Generation): Promise<void> {
  const ready: number[] = [];
  const gone: number[] = [];
  let megabytes = 0;
  for (let round = 0; round < rounds; round += 1) {
    const { engine, ms } = await start(generation);
    ready.push(ms);
    if (round === 0) megabytes = await idleMemory(engine);
    gone.push(await timed(() => engine.stop()));
  }
  const together = await timed(async () => {
    const four = await Promise.all([1, 2, 3, 4].map(() => start(generation)));
    await Promise.all(four.map(({ engine }) => engine.stop()));
  });
  const inTurn = 4 * (median(ready) + median(gone));
  process.stdout.write(
    `sandbox:${generation}  ready ${describe(ready)}  gone ${describe(gone)}  idle ${Math.round(megabytes)} MB  ` +
      `four together ${Math.round(together)} ms, in turn ${Math.round(inTurn)} ms\n`,
  );
}

async function start(generation: Generation): Promise<{ readonly engine: Engine; readonly ms: number }> {
  const before = performance.now();
  const engine = await startEngine({ kind: 'sandbox', generation });
  return { engine, ms: performance.now() - before };
}

async function timed(work: () => Promise<void>): Promise<number> {
  const before = performance.now();
  await work();
  return performance.now() - before;
}

/** Proportional set size of all its processes, its network's included (proc(5), smaps_rollup), a second after its start. */
async function idleMemory({ handle }: Engine): Promise<number> {
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  if (handle.kind !== 'sandbox') return 0;
  const processes = tracesOf(handle).filter((trace) => /^\d+$/.test(trace));
  const sizes = processes.map((pid) => /^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1]);
  return sizes.reduce((sum, size) => sum + Number(size ?? 0), 0) / 1024;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function describe(values: readonly number[]): string {
  return `${Math.round(median(values))} ms (${Math.round(Math.min(...values))}–${Math.round(Math.max(...values))})`;
}
