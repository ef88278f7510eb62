import { because } from '../../../core/message.ts';
import type { DockerCommand } from '../../docker/docker-command.ts';
import { hasOption, optionValue } from '../../docker/parse-docker.ts';
import { type InContainer, inContainer, quiet, type Terminal } from './in-container.ts';
import { type ImageProgram, imageProgram } from './known-images.ts';
import { publishesOf } from './run-options.ts';

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
