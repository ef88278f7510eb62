import { remembering } from '../core/remember.ts';
import { type DockerCommand, parseDocker } from './docker/parse-docker.ts';
import { maskPlaceholders, unmask } from './placeholders/mask.ts';
import { parseShell } from './shell/parse-shell.ts';
import type { ShellScript, ShellWord, SimpleCommand } from './shell/script.ts';
import { programOf, unwrap } from './unwrap.ts';

/** What a command line means. */
export interface Understanding {
  readonly text: string;
  readonly script: ShellScript;
  /** Each program that it runs, those inside `$(…)`, `sh -c '…'` and `sudo` included, in the order they are written. */
  readonly calls: readonly Call[];
}

/** One program that is run. */
export interface Call {
  /** Name without folder: `docker`, `curl`; `''` for a bare assignment. */
  readonly program: string;
  /** Arguments after the program, quotes removed. */
  readonly args: readonly string[];
  /** What it was called through, outermost first: `sudo`, `time`, `sh -c`, `xargs`, `watch`. */
  readonly wrappers: readonly string[];
  /** Environment given before it (`A=1 docker …`, `env A=1 …`). */
  readonly environment: Readonly<Record<string, string>>;
  /** Null where the program is not docker, docker-compose or a relative. */
  readonly docker: DockerCommand | null;
  readonly command: SimpleCommand;
  /** It is run to give arguments or input to another command. */
  readonly substituted: boolean;
}

/** Says what a command line means. Never throws; text that is no shell is understood as far as it goes. */
export const understand = remembering((text): Understanding => {
  const script = readScript(text);
  return { text, script, calls: script.commands.flatMap((command) => readCalls(command)) };
});

/** The words of a placeholder are words to the reader, though redirections to the shell. */
function readScript(text: string): ShellScript {
  const masked = maskPlaceholders(text);
  if (masked === text) return parseShell(text);
  const script = parseShell(masked);
  const restore = (word: ShellWord): ShellWord => ({ ...word, text: unmask(word.text), value: unmask(word.value) });
  const commands = script.commands.map((command) => ({ ...command, words: command.words.map(restore) }));
  return { ...script, source: text, commands };
}

function readCalls(command: SimpleCommand): readonly Call[] {
  const environment = Object.fromEntries(command.assignments.map(({ name, value }) => [name, value]));
  const substituted = command.within.includes('substitution');
  const unwrapped = unwrap(command.words.map(({ value }) => value));
  const program = programOf(unwrapped.argv);
  const args = unwrapped.argv.slice(1);
  const call: Call = {
    program,
    args,
    wrappers: unwrapped.wrappers,
    environment: { ...environment, ...unwrapped.environment },
    docker: fed(parseDocker(program, args), unwrapped.wrappers),
    command,
    substituted,
  };
  const nested = unwrapped.script === null ? [] : understand(unwrapped.script).calls;
  return [
    call,
    ...nested.map((inner) => ({
      ...inner,
      wrappers: [...unwrapped.wrappers, `${program} -c`, ...inner.wrappers],
      command,
      substituted,
    })),
  ];
}

/** xargs gives the operands that are missing here. */
function fed(docker: DockerCommand | null, wrappers: readonly string[]): DockerCommand | null {
  return docker !== null && wrappers.includes('xargs') ? { ...docker, tooFewOperands: false } : docker;
}
