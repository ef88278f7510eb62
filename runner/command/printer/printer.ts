import type { ImageName } from '../docker/image-name.ts';
import type { DockerOption } from '../docker/parse-docker.ts';
import type { KnownOutput } from '../effects/effects.ts';
import type { Template } from './template.ts';

/** A program of which a command shows the output, and what it was asked. */
export interface Printer {
  /**
   * By the name that all of its names stand for: `docker` (compose, podman and the like included), `pip` (also
   * `python -m pip`), `apt` (also `apt-get`). Empty where an image starts a program that is not known.
   */
  readonly program: string;
  /** Canonical verb: `container ls`, `compose up`, `install`, `clone`; empty where the program has none. */
  readonly verb: string;
  readonly options: readonly DockerOption[];
  /** What remains after verb and options, quotes removed. */
  readonly operands: readonly string[];
  /** `inside`: in a container or on another machine. */
  readonly where: 'host' | 'inside';
  /** The image of its container, where the command names it. */
  readonly image: ImageName | null;
  /** Its standard output is shown; else only what it writes to the error stream: progress, warnings, errors. */
  readonly shown: boolean;
  /** Programs through which its output goes before it is shown (`grep`, `head`), in order. */
  readonly through: readonly string[];
  /** It prints nothing when all goes well. */
  readonly silent: boolean;
  /** The well-known form of its output; null where none is known. */
  readonly output: KnownOutput | null;
  /** What its template (`--format`, `inspect -f`) makes a line of; null where it has none. */
  readonly template: Template | null;
}

/**
 * Whether one of the printers goes by one of these names: a program (`npm`), or a program and the beginning of its verb
 * (`docker compose`, `docker image ls`).
 */
export function isOf(printers: readonly Printer[], ...names: readonly string[]): boolean {
  return printers.some((printer) => names.some((name) => goesBy(printer, name)));
}

/** Of whom something is that may stand in an output. */
export interface PrintedBy {
  /** The printers, by names as `isOf` takes them; without it anybody may print it. */
  readonly of?: readonly string[];
  /** Only where the printer was asked so. */
  readonly asked?: (printer: Printer) => boolean;
}

/** Whether one of the printers prints such a thing. */
export function mayPrint(printers: readonly Printer[], { of, asked }: PrintedBy): boolean {
  return of === undefined || thoseOf(printers, ...of).some((printer) => asked?.(printer) ?? true);
}

/** Those of the printers that go by one of these names. */
export function thoseOf(printers: readonly Printer[], ...names: readonly string[]): readonly Printer[] {
  return printers.filter((printer) => names.some((name) => goesBy(printer, name)));
}

function goesBy({ program, verb }: Printer, name: string): boolean {
  return `${program} ${verb} `.startsWith(`${name} `);
}

/** Whether the printer was given one of these options, by its long name, or its letter where it has none. */
export function wasGiven({ options }: Printer, ...names: readonly string[]): boolean {
  return options.some(({ name, value }) => names.includes(name) && value !== 'false' && value !== '0');
}
