import type { ImageName } from './image-name.ts';

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
