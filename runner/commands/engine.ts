import { spawn } from 'node:child_process';
import { type Generation, generations } from '../core/engine.ts';
import { message, UserError, wording } from '../core/message.ts';
import { cleanAbandoned, parseEngineSpecs, startEngine } from '../engine/index.ts';
import { listPrepared, removePrepared } from '../engine/prepared.ts';
import { removeOutdated } from '../engine/sandbox/roots.ts';
import { setUp } from './set-up.ts';
import type { Call, Io } from './verb.ts';

const actions: Readonly<Record<string, (call: Call, which: readonly Generation[]) => Promise<number>>> = {
  list,
  prepare,
  shell,
  remove,
};

/** `tutor engine list|prepare|shell|remove [names]`: the sandboxes of this machine. */
export async function run(call: Call): Promise<number> {
  await cleanAbandoned();
  const [name = 'list', ...names] = call.args;
  const action = actions[name];
  if (action === undefined) {
    throw new UserError(message('unknown-engine-action', { name, known: Object.keys(actions).join(', ') }));
  }
  return action(call, names.flatMap(generationsOf));
}

function generationsOf(name: string): readonly Generation[] {
  return parseEngineSpecs(name).map((spec) => {
    if (spec.kind !== 'sandbox') throw new UserError(message('not-a-sandbox', { name }));
    return spec.generation;
  });
}

async function list({ options, io }: Call): Promise<number> {
  const prepared = await listPrepared();
  if (options.json) {
    io.stdout.write(`${JSON.stringify(prepared, null, 2)}\n`);
    return 0;
  }
  for (const { generation, ready, bytes } of prepared) {
    const code = ready ? 'engine-ready' : 'engine-not-ready';
    say(io, code, { generation, size: megabytes(bytes) });
  }
  return 0;
}

async function prepare({ options, io }: Call, which: readonly Generation[]): Promise<number> {
  const wanted = which.length > 0 ? which : generations;
  const engines = wanted.map((generation) => ({ kind: 'sandbox', generation }) as const);
  await setUp({ engines, images: [] }, options.yes, io);
  for (const generation of wanted) removeOutdated(generation);
  for (const generation of wanted) say(io, 'engine-prepared', { generation });
  return 0;
}

/** The shell's own status is the command's. */
async function shell({ options, io }: Call, which: readonly Generation[]): Promise<number> {
  const spec = { kind: 'sandbox', generation: which[0] ?? generations[generations.length - 1] ?? 28 } as const;
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

async function remove({ io }: Call, which: readonly Generation[]): Promise<number> {
  const bytes = await removePrepared(which.length > 0 ? which : generations);
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
