import type { DockerCommand } from './docker/docker-command.ts';
import type { ShellScript, SimpleCommand } from './shell/script.ts';

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
