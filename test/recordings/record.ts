import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { generations } from '../../runner/core/engine.ts';
import { startEngine } from '../../runner/engine/index.ts';
import { openSession } from '../../runner/session/index.ts';
import { neutral } from './neutral.ts';

/** One command and what a real terminal on a real engine showed. */
interface Recording {
  readonly command: string;
  readonly output: string;
  readonly exitCode: number | null;
}

const folder = new URL('.', import.meta.url);
/** Widths of terminals that readers have. The first two runs differ in nothing but time. */
const widths = [120, 120, 80];

/**
 * Types the scenarios on a fresh machine of each generation, several times, and writes what the screen showed:
 * `npm run record [scenario…]`. Sandboxes must be prepared.
 */
async function record(names: readonly string[]): Promise<void> {
  const wanted = names.filter((name) => !/^\d+$/.test(name));
  const only = names.filter((name) => /^\d+$/.test(name)).map(Number);
  const scenarios = (await readdir(new URL('scenarios/', folder))).map((file) => file.replace(/\.sh$/, ''));
  for (const name of scenarios.filter((scenario) => wanted.length === 0 || wanted.includes(scenario))) {
    const commands = (await readFile(new URL(`scenarios/${name}.sh`, folder), 'utf8')).trim().split(/\n\n+/);
    for (const generation of generations.filter((each) => only.length === 0 || only.includes(each))) {
      for (const [run, columns] of widths.entries()) await recordRun(name, generation, run + 1, columns, commands);
    }
  }
}

async function recordRun(
  name: string,
  generation: (typeof generations)[number],
  run: number,
  columns: number,
  commands: readonly string[],
): Promise<void> {
  const engine = await startEngine({ kind: 'sandbox', generation }, { images: [] });
  const signal = new AbortController().signal;
  try {
    const session = await openSession({
      start: (rc, cwd) => engine.shell({ rc, cwd }),
      exec: (argv, options) => engine.exec(argv, options),
      cwd: engine.home,
      columns,
      secrets: [],
      signal,
    });
    const recordings: Recording[] = [];
    for (const text of commands) {
      const command = generation === 20 ? text.replace(/\bdocker compose\b/g, 'docker-compose') : text;
      const { text: output, exitCode } = await session.run({
        text: command,
        into: 'shell',
        answers: ['y'],
        timeoutMs: 180_000,
        retryForMs: 5000,
      });
      recordings.push({ command, output: neutral(output), exitCode });
    }
    await session.close();
    await mkdir(new URL(`outputs/${generation}/`, folder), { recursive: true });
    await writeFile(
      new URL(`outputs/${generation}/${name}-${run}-${columns}.json`, folder),
      `${JSON.stringify(recordings, null, 1)}\n`,
    );
    process.stdout.write(`${generation} ${name} ${run} (${columns} columns): ${recordings.length} commands\n`);
  } finally {
    await engine.stop();
  }
}

await record(process.argv.slice(2));
