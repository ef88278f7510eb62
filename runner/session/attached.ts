import { effectsOf, isOf, printersOf, thoseOf, wasGiven } from '../command/index.ts';
import type { Engine } from '../core/engine.ts';
import type { Told } from '../core/message.ts';

/**
 * Whether a command shows a container that was there before and need not end with it: `docker attach`, `docker start`
 * with one of these options.
 */
export function attaches(command: string, ...options: readonly string[]): boolean {
  const printers = printersOf(command);
  return (
    isOf(printers, 'docker container attach', 'docker compose attach') ||
    thoseOf(printers, 'docker container start').some((printer) => options.some((option) => wasGiven(printer, option)))
  );
}

const asked = ['.Path', '.Args', '.Config.Image', '.Config.Cmd', '.HostConfig.PortBindings'];
const format = `[${asked.map((field) => `{{json ${field}}}`).join(',')}]`;
type Inspected = readonly [
  string,
  readonly string[],
  string,
  readonly string[] | null,
  Readonly<Record<string, unknown>> | null,
];

/**
 * Why the program of the container that a command attaches to never ends; null where it may, or none is attached to. The
 * command's words do not tell what runs there; the engine does, and what is known of `docker run` holds for it.
 */
export async function endlessAttached(exec: Engine['exec'], command: string): Promise<Told | null> {
  const { opens, needs } = effectsOf(command);
  const container = opens?.container ?? needs.find(({ kind }) => kind === 'container')?.name ?? null;
  if (container === null || !attaches(command, 'interactive', 'attach')) return null;
  const told = await exec(['docker', 'container', 'inspect', '--format', format, container], { timeoutMs: 5_000 });
  if (told.exitCode !== 0) return null;
  const [program, args, image, words, published] = JSON.parse(told.stdout) as Inspected;
  const ports = Object.keys(published ?? {}).flatMap((port) => ['-p', port]);
  const asRun = ['docker', 'run', ...ports, image, ...(words ?? [])];
  const ends = [asRun, [program, ...args]].map((argv) => effectsOf(argv.map(quoted).join(' ')).ends);
  return ends.find(({ how }) => how === 'endless')?.reason ?? null;
}

function quoted(word: string): string {
  return `'${word.replaceAll("'", "'\\''")}'`;
}
