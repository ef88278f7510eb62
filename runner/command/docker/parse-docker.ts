import { withoutEnding } from '../../core/words.ts';
import { type ImageName, parseImageName } from './image-name.ts';
import { flagsOf, type ParsedArguments, parseOptions } from './parse-options.ts';
import { composeGlobalFlags } from './plug-in-rows.ts';
import { findVerb, isGroup, type Verb } from './verbs.ts';

/** A call of docker, compose included, in its canonical form. */
export interface DockerCommand {
  /** Canonical verb: `image ls`, `container run`, `compose up`, `system prune`; `''` for bare `docker`. */
  readonly verb: string;
  /** How it was called: `docker`, `docker-compose`, `docker-machine`, … */
  readonly program: string;
  /** The verb exists. */
  readonly known: boolean;
  readonly options: readonly DockerOption[];
  /** Options that the verb does not have. */
  readonly unknownOptions: readonly string[];
  /** What remains after the options, without the container's own command. */
  readonly operands: readonly string[];
  /** The image that a verb takes (`run`, `create`, `pull`, `service create`, …). */
  readonly image: ImageName | null;
  /** What is run in the container (after the image of `run`, after the container of `exec`). */
  readonly argv: readonly string[];
  /** The verb needs more operands than were given. */
  readonly tooFewOperands: boolean;
}

export interface DockerOption {
  /** Long name without dashes (`publish`); the letter where there is no long one. */
  readonly name: string;
  /** As written: `-p`, `--publish`. */
  readonly written: string;
  /** Null for a switch. */
  readonly value: string | null;
}

/** Options between `docker` and its verb. */
const globalFlags =
  'config= c,context= D,debug H,host= l,log-level= tls tlscacert= tlscert= tlskey= tlsverify v,version';

/** Verbs whose first operand is an image. */
const takesImage = new Set(
  (
    'container run, container create, image pull, image push, image history, image inspect, image tag, ' +
    'service create'
  ).split(', '),
);

/** Programs that are docker or a part of it, with the words of the verb that their name stands for. */
const programs: Readonly<Record<string, readonly string[]>> = {
  docker: [],
  podman: [],
  nerdctl: [],
  'docker-compose': ['compose'],
  'podman-compose': ['compose'],
  'docker-machine': ['machine'],
};

/** Reads a call of docker, docker-compose or docker-machine. Null where `program` is none of them. */
export function parseDocker(program: string, args: readonly string[]): DockerCommand | null {
  const name = withoutEnding(program, '.exe');
  const implied = Object.hasOwn(programs, name) ? programs[name] : undefined;
  if (implied === undefined) return null;
  const before =
    implied[0] === 'compose'
      ? { options: [], unknown: [], operands: args }
      : parseOptions(args, flagsOf(globalFlags), true);
  const words = [...implied, ...before.operands];
  if (words[0] === 'compose') return readCompose(program, words.slice(1), before);
  const found = findVerb(words);
  if (found === null) return unknownVerb(program, words, before);
  return readVerb(program, found.name, found.verb, words.slice(found.length), before);
}

function readCompose(program: string, args: readonly string[], before: ParsedArguments): DockerCommand {
  const global = parseOptions(args, flagsOf(composeGlobalFlags), true);
  const merged = {
    options: [...before.options, ...global.options],
    unknown: [...before.unknown, ...global.unknown],
    operands: [],
  };
  const found = findVerb(['compose', ...global.operands]);
  if (found === null) return unknownVerb(program, ['compose', ...global.operands], merged);
  return readVerb(program, found.name, found.verb, global.operands.slice(found.length - 1), merged);
}

function readVerb(
  program: string,
  name: string,
  verb: Verb,
  args: readonly string[],
  before: ParsedArguments,
): DockerCommand {
  const parsed = parseOptions(args, flagsOf(verb.flags), verb.runs);
  const operands = verb.runs ? parsed.operands.slice(0, 1) : parsed.operands;
  const argv = verb.runs ? parsed.operands.slice(1) : [];
  const first = operands[0];
  return {
    verb: name,
    program,
    known: true,
    options: [...before.options, ...parsed.options],
    unknownOptions: [...before.unknown, ...parsed.unknown],
    operands,
    image: takesImage.has(name) && first !== undefined ? parseImageName(first) : null,
    argv,
    tooFewOperands:
      operands.length < verb.fewestOperands && !parsed.options.some(({ name: option }) => option === 'help'),
  };
}

function unknownVerb(program: string, words: readonly string[], before: ParsedArguments): DockerCommand {
  const [first = '', ...rest] = words;
  const known =
    words.length === 0 ||
    (rest.length === 0 && isGroup(first)) ||
    (rest[0] === '--help' && isGroup(first)) ||
    first === 'help';
  const verb = isGroup(first) && rest[0] !== undefined && !rest[0].startsWith('-') ? `${first} ${rest[0]}` : first;
  const operands = words.slice(verb.split(' ').length);
  const options: readonly DockerOption[] = before.options;
  return {
    verb,
    program,
    known,
    options,
    unknownOptions: before.unknown,
    operands,
    image: null,
    argv: [],
    tooFewOperands: false,
  };
}

/** The value of an option; the last one where it is repeated. Null where it is absent or a switch. */
export function optionValue(command: DockerCommand, name: string): string | null {
  return command.options.findLast((option) => option.name === name)?.value ?? null;
}

/** Every value of a repeated option. */
export function optionValues(command: DockerCommand, name: string): readonly string[] {
  return command.options.flatMap((option) => (option.name === name && option.value !== null ? [option.value] : []));
}

/** Whether a switch is on (`--rm`, `-d`, `-d=true`), or an option is given at all. */
export function hasOption(command: DockerCommand, name: string): boolean {
  const option = command.options.findLast((candidate) => candidate.name === name);
  return option !== undefined && option.value !== 'false' && option.value !== '0';
}
