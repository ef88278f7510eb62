import { spawn } from 'node:child_process';
import { generations } from '../core/engine.ts';
import { message, UserError, wording } from '../core/message.ts';
import {
  cleanAbandoned,
  engineName,
  generationsAtHand,
  parseEngineSpecs,
  startEngine,
  withGeneration,
} from '../engine/index.ts';
import { listPrepared, removePrepared, type ThrowAway } from '../engine/prepared.ts';
import { removeOutdated } from '../engine/sandbox/roots.ts';
import { setUp } from './set-up.ts';
import type { Call, Io } from './verb.ts';

const actions: Readonly<Record<string, (call: Call, which: readonly ThrowAway[]) => Promise<number>>> = {
  list,
  prepare,
  shell,
  remove,
};

const sandboxes: readonly ThrowAway[] = generations.map((generation) => ({ kind: 'sandbox', generation }));
const images: readonly ThrowAway[] = generations.map((generation) => ({ kind: 'dind', generation }));

/** `tutor engine list|prepare|shell|remove [names]`: the throw-away engines of this machine. */
export async function run(call: Call): Promise<number> {
  await cleanAbandoned();
  const [name = 'list', ...names] = call.args;
  const action = actions[name];
  if (action === undefined) {
    throw new UserError(message('unknown-engine-action', { name, known: Object.keys(actions).join(', ') }));
  }
  const which = await Promise.all(names.map(throwAways));
  return action(call, which.flat());
}

async function throwAways(name: string): Promise<readonly ThrowAway[]> {
  return Promise.all(
    parseEngineSpecs(name).map(async (spec) => {
      const full = spec.kind === 'auto' ? spec : await withGeneration(spec);
      if (full.kind === 'sandbox' || full.kind === 'dind') return full;
      throw new UserError(message('not-a-sandbox', { name }));
    }),
  );
}

async function list({ options, io }: Call): Promise<number> {
  const prepared = await listPrepared();
  if (options.json) {
    io.stdout.write(`${JSON.stringify(prepared, null, 2)}\n`);
    return 0;
  }
  for (const { ready, bytes, ...one } of prepared) {
    const code = ready ? 'engine-ready' : 'engine-not-ready';
    say(io, code, { name: engineName(one).padEnd(widest), size: megabytes(bytes) });
  }
  return 0;
}

const widest = 'sandbox:28'.length;

/** Without names the sandboxes that are quick to make; the others take long, or space on an engine of the user's. */
async function prepare({ options, io }: Call, which: readonly ThrowAway[]): Promise<number> {
  const quick = (await generationsAtHand()).map((generation) => ({ kind: 'sandbox', generation }) as const);
  const wanted = which.length > 0 ? which : quick;
  await setUp({ engines: wanted, images: [] }, options.yes, io);
  for (const { kind, generation } of wanted) if (kind === 'sandbox') removeOutdated(generation);
  for (const one of wanted) say(io, 'engine-prepared', { name: engineName(one) });
  return 0;
}

/** The shell's own status is the command's. */
async function shell({ options, io }: Call, which: readonly ThrowAway[]): Promise<number> {
  const [spec = await withGeneration({ kind: 'sandbox', generation: 'newest' })] = which;
  if (!io.stdin.isTTY) throw new UserError(message('needs-terminal'));
  await setUp({ engines: [spec], images: [] }, options.yes, io);
  // Whoever steps in may pull anything: the mirror is there for any image.
  const engine = await startEngine(spec, { signal: io.signal, images: ['hello-world'] });
  try {
    const { file, args, env } = await engine.shell({ rc: '[ -f ~/.bashrc ] && . ~/.bashrc\n', cwd: engine.workspace });
    const child = spawn(file, args, { env: { ...env }, stdio: 'inherit' });
    return await new Promise((resolve) => child.on('close', (code) => resolve(code ?? 1)));
  } finally {
    await engine.stop();
  }
}

async function remove({ io }: Call, which: readonly ThrowAway[]): Promise<number> {
  const bytes = await removePrepared(which.length > 0 ? which : [...sandboxes, ...images]);
  say(io, 'engine-removed', { size: megabytes(bytes) });
  return 0;
}

function say(
  io: Io,
  code: Parameters<typeof wording>[0]['code'],
  args: Readonly<Record<string, string | number>>,
): void {
  io.stdout.write(`${wording({ code, args }, io.locale)}\n`);
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1e6)} MB`;
}
