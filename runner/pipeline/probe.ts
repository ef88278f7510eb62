import { posix } from 'node:path';
import { type Build, clientPluginsIn, effectsOf } from '../command/index.ts';
import type { Engine } from '../core/engine.ts';
import type { Bindings, Match } from '../core/match.ts';
import type { Locale } from '../core/message.ts';
import type { Output } from '../core/output.ts';
import type { CommandStep } from '../core/plan.ts';
import { withContainerIds } from '../matcher/index.ts';
import { faultsIn } from '../printed/index.ts';
import type { Surroundings } from '../verdict/index.ts';
import { missingImages } from './missing-image.ts';
import { hangsOnStandIn } from './stand-in.ts';

/** What a probe goes by. */
export interface Question {
  readonly step: CommandStep;
  readonly output: Output;
  readonly match: Match | null;
  /** Images that the chapter takes from registries. */
  readonly images: ReadonlySet<string>;
  /** Stand-ins that the step met. */
  readonly standIns: readonly string[];
  readonly locale: Locale;
  /** The folder that the terminal is in. */
  readonly folder: string;
  /** The folder that the course begins in; null of a chapter. */
  readonly start: string | null;
}

/** Status of a program that the kernel or somebody else has ended, 128 + SIGKILL. */
const killed = 137;

const withoutImage: ReadonlySet<string> = new Set(['unresolved', 'unreachable', 'refused', 'no-image']);

/** Finds out about machine and engine what the end of a step asks for; little where it went well. */
export async function probe(
  engine: Engine,
  { step, output, match, images, standIns, locale, folder, start }: Question,
): Promise<Surroundings> {
  const standIn = hangsOnStandIn({ step, images: standIns, output: output.text, match, locale });
  const lacking = async () => (step.into === 'shell' ? lackingPrograms(engine, output.text) : []);
  const well = output.exitCode === 0 && output.ended === 'exit';
  const onHost = !well && step.into === 'shell';
  return {
    engineAnswers: well || (await engine.alive()),
    memoryUsedUp: output.exitCode === killed ? await engine.memoryUsedUp() : null,
    diskFull: !well && (await isFull(engine, output.text)),
    standIn,
    standInsMet: standIns,
    missingImages: well || engine.spec.kind === 'host' ? [] : await missingImages(images),
    missingPrograms: await lacking(),
    missingPlugins: onHost ? await lackingPlugins(engine, step.text) : [],
    leftBehind: onHost && start !== null && start !== folder ? await leftBehind(engine, output.text, start) : [],
    bareContext: onHost && (await isBare(engine, effectsOf(step.text).builds, folder)),
  };
}

/** Relative paths that an output misses, and that lead to something from another folder. */
async function leftBehind(engine: Engine, text: string, start: string): Promise<readonly string[]> {
  const named = faultsIn(text).flatMap(({ kind, thing }) =>
    kind === 'missing' && thing?.kind === 'file' && !/^[~/.]/.test(thing.name) ? [thing.name] : [],
  );
  const asked = [...new Set(named)].map(async (name) => {
    const { exitCode } = await engine.exec(['test', '-e', posix.join(start, name)]);
    return exitCode === 0 ? [name] : [];
  });
  return (await Promise.all(asked)).flat();
}

/** What tells how something is built, and is nothing of the project itself. */
const ofBuild = /^(?:.*Dockerfile.*|\.dockerignore|(?:docker-)?compose[\w.-]*\.ya?ml|\.git)$/i;

/** Whether one of the folders that are built holds nothing but its Dockerfile and the like. */
async function isBare(engine: Engine, builds: readonly Build[], folder: string): Promise<boolean> {
  for (const { context } of builds) {
    const path = posix.resolve(folder, context);
    const { exitCode, stdout } = await engine.exec(['ls', '-A', '--', path]);
    const names = stdout.split('\n').filter((name) => name !== '');
    if (exitCode === 0 && names.every((name) => ofBuild.test(name))) return true;
  }
  return false;
}

/** Less than this is too little for an image. */
const leastKilobytes = 100_000;

/**
 * Whether an image may be missing since there is no room for it: a pull whose mirror could give it nothing asks the next
 * registry, and tells of that one alone.
 */
async function isFull(engine: Engine, text: string): Promise<boolean> {
  if (engine.spec.kind !== 'sandbox' || !faultsIn(text).some(({ kind }) => withoutImage.has(kind))) return false;
  const { stdout } = await engine.exec(['df', '-k', '--output=avail', '/var/lib/docker']);
  return Number(stdout.split('\n')[1] ?? Number.POSITIVE_INFINITY) < leastKilobytes;
}

/** Those plugins of the Docker client that a command calls and that the machine's client does not have. */
async function lackingPlugins(engine: Engine, command: string): Promise<readonly string[]> {
  const called = clientPluginsIn(command);
  if (called.length === 0) return [];
  const format = '{{range .ClientInfo.Plugins}}{{println .Name}}{{end}}';
  const { exitCode, stdout } = await engine.exec(['docker', 'info', '--format', format]);
  return exitCode === 0 ? called.filter((name) => !stdout.split('\n').includes(name)) : [];
}

/** Those programs that an output says are not there and that the machine does not have. */
async function lackingPrograms(engine: Engine, text: string): Promise<readonly string[]> {
  const named = new Set(
    faultsIn(text).flatMap(({ kind, thing }) => (kind === 'missing' && thing?.kind === 'program' ? [thing.name] : [])),
  );
  const asked = await Promise.all(
    [...named].map(async (name) => {
      const { exitCode } = await engine.exec(['sh', '-c', 'command -v -- "$1"', 'sh', name]);
      return exitCode === 0 ? [] : [name];
    }),
  );
  return asked.flat();
}

/** The bindings with the IDs by which a chapter goes on to call the container that a typed command has made or entered. */
export async function withUntoldIds(
  bindings: Bindings,
  ids: readonly string[],
  engine: Engine,
  typed: { readonly text: string; readonly output: Output },
): Promise<Bindings> {
  const real = ids.length === 0 ? null : await containerIdOf(engine, typed.text, typed.output);
  return real === null ? bindings : withContainerIds(bindings, ids, real);
}

/** The ID of the container that a typed command has made or entered; null where it has not. */
async function containerIdOf(engine: Engine, typed: string, { text, exitCode }: Output): Promise<string | null> {
  const printed = /^[0-9a-f]{64}$/m.exec(text)?.[0];
  if (printed !== undefined) return printed;
  if (exitCode !== null && exitCode >= 125) return null;
  const { makes, opens } = effectsOf(typed);
  const made = makes.find(({ kind }) => kind === 'container');
  const name = made?.name ?? opens?.container ?? null;
  if (name === null && made === undefined) return null;
  const asked = name === null ? ['ps', '-q', '--no-trunc', '-n', '1'] : ['inspect', '--format', '{{.Id}}', name];
  const answer = await engine.exec(['docker', ...asked]);
  return answer.exitCode === 0 ? (/^[0-9a-f]{64}$/m.exec(answer.stdout)?.[0] ?? null) : null;
}
