import type { DockerCommand } from '../docker/parse-docker.ts';
import { optionValue, parseDocker } from '../docker/parse-docker.ts';
import { dockerParts } from '../effects/docker/docker-parts.ts';
import type { KnownOutput } from '../effects/effects.ts';
import { programParts } from '../effects/programs/program-parts.ts';
import { isRedirected } from '../effects/redirects.ts';
import type { Call, Understanding } from '../understand.ts';
import { understand } from '../understand.ts';
import { programOf, unwrap } from '../unwrap.ts';
import { wordsElsewhere, wordsInside } from './inner-program.ts';
import type { Printer } from './printer.ts';
import { readProgram } from './programs.ts';
import { readTemplate } from './template.ts';

const kept = new Map<string, readonly Printer[]>();

/**
 * The programs that print what a command line shows, in the order they are written: behind `sudo`, `sh -c '…'`, `watch`
 * and the like the program that these run; of `docker exec web npm test` both Docker, which tells errors of its own, and
 * npm. Never throws.
 */
export function printersOf(text: string): readonly Printer[] {
  const known = kept.get(text);
  if (known !== undefined) return known;
  const of = understand(text);
  const printers = of.calls.filter(isTyped).flatMap((call) => {
    const view = viewOf(call, of);
    return view === null ? [] : printersOfCall(call).map((printer) => seen(printer, view));
  });
  if (kept.size > 2000) kept.clear();
  kept.set(text, printers);
  return printers;
}

/** Not read from the script of a `sh -c`, which is read as a whole. */
function isTyped({ program, wrappers }: Call): boolean {
  return program !== '' && !wrappers.some((wrapper) => wrapper.endsWith(' -c'));
}

function printersOfCall({ program, args, docker }: Call): readonly Printer[] {
  return docker === null ? printersOfWords([program, ...args]) : [dockerPrinter(docker), ...inside(docker)];
}

function printersOfWords(words: readonly string[]): readonly Printer[] {
  const { argv, script } = unwrap(words);
  if (script !== null) return printersOf(script);
  const [program, args] = [programOf(argv), argv.slice(1)];
  const docker = parseDocker(program, args);
  if (docker !== null) return [dockerPrinter(docker), ...inside(docker)];
  const elsewhere = wordsElsewhere(program, args);
  if (elsewhere !== null) return printersOf(elsewhere.join(' ')).map((printer) => ({ ...printer, where: 'inside' }));
  const call = readProgram(program, args);
  const { output = null, silent = false } = programParts(program, args);
  return [{ ...call, ...plain, silent, output: program === 'jq' ? { form: 'json' } : output }];
}

const plain = { where: 'host', image: null, shown: true, through: [], template: null } as const;

function dockerPrinter(docker: DockerCommand): Printer {
  const { verb, options, operands } = docker;
  const { output = null, silent = false } = dockerParts(docker);
  const format = optionValue(docker, 'format');
  const template = format === null ? null : readTemplate(format);
  return { ...plain, program: 'docker', verb, options, operands, silent, output, template };
}

function inside(docker: DockerCommand): readonly Printer[] {
  const words = wordsInside(docker);
  if (words === null) return [];
  return printersOfWords(words).map((printer) => ({
    ...printer,
    where: 'inside',
    image: printer.image ?? docker.image,
  }));
}

/** What of a call's output reaches the reader. */
interface View {
  readonly shown: boolean;
  readonly through: readonly string[];
}

/** Programs that pass some lines on as they are. */
const sieves = new Set('grep egrep fgrep head tail sort uniq less more cat tee findstr rg'.split(' '));

/** Those that leave no line out. */
const pagers = new Set('less more cat tee'.split(' '));

/** Null for a program that only passes on what another has printed. */
function viewOf({ program, command, substituted }: Call, of: Understanding): View | null {
  if (command.stage > 0 && sieves.has(program)) return null;
  const after = of.calls.filter(
    (other) => isTyped(other) && other.command.pipeline === command.pipeline && other.command.stage > command.stage,
  );
  const through = after.map((other) => other.program);
  const ends = [command, ...after.map((other) => other.command)];
  const shown = through.every((name) => sieves.has(name)) && !ends.some(isRedirected);
  return { shown: shown && (!substituted || isEchoed(command.start, of)), through };
}

/** `echo $(…)` shows what it is given. */
function isEchoed(start: number, { calls }: Understanding): boolean {
  return calls.some(
    ({ program, command, substituted }) =>
      program === 'echo' && !substituted && command.start < start && start < command.end && !isRedirected(command),
  );
}

function seen(printer: Printer, { shown, through }: View): Printer {
  return {
    ...printer,
    shown: printer.shown && shown,
    through: [...printer.through, ...through],
    output: sifted(printer.output, through),
  };
}

/** What remains of a well-known output after a sieve. */
function sifted(output: KnownOutput | null, through: readonly string[]): KnownOutput | null {
  if (output === null || through.every((program) => pagers.has(program))) return output;
  if (output.form === 'table') return { ...output, filtered: true };
  return output.form === 'log' ? output : null;
}
