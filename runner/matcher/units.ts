import type { Told } from '../core/message.ts';
import type { Binder, Claim } from './bindings/bindings.ts';
import type { CommandFacts } from './facts.ts';
import type { Form, Reading } from './forms/form.ts';
import type { Use } from './line/line.ts';

/** A part of a text that is compared as one: a line, an elision, or a block of lines with a meaning of its own. */
export type Unit = LineUnit | ElisionUnit | BlockUnit;

export interface LineUnit {
  readonly kind: 'line';
  /** Index of the line in its text. */
  readonly at: number;
  readonly text: string;
  /** The tolerance by which it may be missing on the other side; null for a line that counts. */
  readonly noise: string | null;
  /** Its kind, where it may be missing only if the other text has none of that. */
  readonly alone?: string;
}

interface ElisionUnit {
  readonly kind: 'elision';
  readonly at: number;
  readonly text: string;
}

/** Lines that belong together: a table, a build log, a JSON document. */
export interface BlockUnit {
  readonly kind: 'block';
  readonly at: number;
  readonly form: Form;
  readonly read: Reading;
  /** Only blocks of one name are compared: that of the form, and of what it is read as. */
  readonly name: string;
  /** It stands for as little as noise does: it may be missing on the other side. */
  readonly noise: string | null;
  /** Its kind, where it may be missing only if the other text has none of that. */
  readonly alone?: string;
}

/** The tolerance by which a unit may be missing on the other side. */
export function noiseOfUnit(unit: Unit): string | null {
  return unit.kind === 'elision' ? null : unit.noise;
}

/** Which text it is: only in a chapter a line of `...` stands for others. */
export type Side = 'expected' | 'actual';

export interface Env {
  readonly facts: CommandFacts;
  readonly binder: Binder;
  /**
   * Whether two parts of an output are the same by the rules for any output; what they would tie to each other is not
   * kept. `facts`: of the command that printed them, if it is another one.
   */
  readonly same: (expected: readonly string[], actual: readonly string[], facts?: CommandFacts) => boolean;
}

/** One line of the comparison, for the diff and the update at once. */
export interface Pair {
  /** Index of the chapter's line; null for a line that the chapter lacks. */
  readonly at: number | null;
  readonly expected: string | null;
  readonly actual: string | null;
  /** The line as it would have to be; null for one that has to go. */
  readonly resolved: string | null;
  /** It holds, if only by a tolerance. */
  readonly holds: boolean;
  /** What of the whole block is not as it should be, where that says more than its lines. */
  readonly why?: Told;
}

export interface LocatedUse extends Use {
  /** Index of the chapter's line. */
  readonly at: number;
}

export interface BlockMatch {
  /** What parts that do not hold tell of values of the chapter: it is taken where it contradicts nothing. */
  readonly learned?: readonly Claim[];
  readonly holds: boolean;
  readonly uses: readonly LocatedUse[];
  readonly claims: readonly Claim[];
  readonly pairs: readonly Pair[];
}
