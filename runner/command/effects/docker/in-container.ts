import { because } from '../../../core/message.ts';
import { type DockerCommand, hasOption, optionValue } from '../../docker/parse-docker.ts';
import { understand } from '../../understand.ts';
import { programOf, unwrap } from '../../unwrap.ts';
import type { Contact, Ends, Opens } from '../effects.ts';
import { programParts } from '../programs/program-parts.ts';
import { endlessLoop } from '../programs/unending.ts';
import { type ImageProgram, imageProgram } from './known-images.ts';
import { publishesOf } from './run-options.ts';

/** What a program does to the terminal it is given in a container. */
interface InContainer {
  readonly opens: Opens | null;
  readonly ends: Ends;
  readonly asks: string | null;
  readonly contacts: readonly Contact[];
}

/** It opens nothing, asks nothing, talks to nobody and ends. */
const quiet: InContainer = { opens: null, ends: { how: 'ends', reason: null }, asks: null, contacts: [] };

/** What a container's terminal is. */
interface Terminal {
  readonly tty: boolean;
  readonly stdin: boolean;
}

/** What happens when a container runs `argv`. `server`: its image is one, so words may be options of that. */
export function inContainer(argv: readonly string[], terminal: Terminal, server: boolean): InContainer {
  if (argv[0] === 'watch')
    return { ...quiet, ends: { how: 'endless', reason: because('ends-until-stopped', { what: 'watch' }) } };
  const { argv: bare, script } = unwrap(argv);
  const first = bare[0] ?? '';
  if (server && first.startsWith('-')) {
    return { ...quiet, ends: { how: 'endless', reason: because('ends-server-image') } };
  }
  return script === null ? ofProgram(first, bare.slice(1), terminal) : ofScript(script, terminal);
}

function ofProgram(program: string, args: readonly string[], terminal: Terminal): InContainer {
  const inner = programParts(programOf([program]), args);
  const ends = inner.ends ?? quiet.ends;
  const asks = terminal.stdin ? (inner.asks ?? null) : null;
  const contacts = inner.contacts ?? [];
  if (inner.opens === undefined || inner.opens === null) return { opens: null, ends, asks, contacts };
  if (!terminal.stdin) return { ...quiet, contacts };
  // Without a terminal a shell reads what it is given (`-i` with a pipe) and shows no prompt.
  if (!terminal.tty) return { ...quiet, contacts, ends: { how: 'unknown', reason: because('ends-reads-pipe') } };
  return { opens: { ...inner.opens, into: 'container' }, ends, asks, contacts };
}

/** The last program of `sh -c '…; bash'` may stay open, any of them may never end. */
function ofScript(script: string, terminal: Terminal): InContainer {
  const of = understand(script);
  const each = of.calls.map((call) => ofProgram(call.program, call.args, terminal));
  const endless = endlessLoop(of) ?? each.find(({ ends }) => ends.how !== 'ends')?.ends;
  return {
    opens: each.at(-1)?.opens ?? null,
    ends: endless ?? quiet.ends,
    asks: each.find(({ asks }) => asks !== null)?.asks ?? null,
    contacts: each.flatMap(({ contacts }) => contacts),
  };
}

/** What runs in a new container: the command given, else what the image is known to start. */
export function programInside(command: DockerCommand): InContainer {
  const terminal = { tty: hasOption(command, 'tty'), stdin: hasOption(command, 'interactive') };
  const entrypoint = optionValue(command, 'entrypoint');
  const program = command.image === null ? null : imageProgram(command.image);
  if (entrypoint === null && command.argv.length === 0) {
    return program === null && publishesOf(command).length > 0
      ? { ...quiet, ends: { how: 'endless', reason: because('ends-publishes') } }
      : startedBy(program, terminal, command.operands[0] ?? 'the image');
  }
  // Options alone are for the program that the image starts.
  if (entrypoint === null && program === null && command.argv[0]?.startsWith('-') === true)
    return startedBy(null, terminal, command.operands[0] ?? 'the image');
  // An image that is itself a program (`maven`, `curlimages/curl`) takes the words as its arguments.
  const argv = [...(entrypoint === null || entrypoint === '' ? [] : [entrypoint]), ...command.argv];
  return inContainer(argv, terminal, program?.kind === 'server');
}

function startedBy(program: ImageProgram | null, terminal: Terminal, image: string): InContainer {
  const interactive = terminal.tty && terminal.stdin;
  switch (program?.kind) {
    case 'server':
      return { ...quiet, ends: { how: 'endless', reason: because('ends-server', { what: image }) } };
    case 'task':
      return quiet;
    case 'prompt':
      return interactive
        ? { ...quiet, opens: opening(program.program, program.shellLike) }
        : unattended(program.program, terminal);
    case undefined: {
      const ends = { how: 'unknown', reason: because('ends-not-known', { what: image }) } as const;
      return { ...quiet, ends, opens: interactive ? opening('unknown', null) : null };
    }
    default:
      return program satisfies never;
  }
}

function opening(program: string, shellLike: boolean | null): InContainer['opens'] {
  return { into: 'container', program, shellLike, container: null };
}

/** A shell without input ends at once, unless it was given a terminal on which nobody types. */
function unattended(program: string, { tty }: Terminal): InContainer {
  return tty
    ? { ...quiet, ends: { how: 'endless', reason: because('ends-waits-for-input', { what: program }) } }
    : quiet;
}
