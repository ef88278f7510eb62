import type { Printer } from '../../command/index.ts';
import type { TypedWord } from '../bindings/typed-words.ts';
import type { TemplateLines } from '../template-fields.ts';

/** What of a command changes how the lines of its output are read. */
export interface Context {
  /** What the reader types in place of words of the command that earlier steps have tied to real values. */
  readonly typed?: ReadonlyMap<string, TypedWord>;
  /** The lines that the command's template makes. */
  readonly asked?: TemplateLines | null;
  /** Tolerances that the author turned on. */
  readonly loose?: readonly string[];
}

/** What the matcher knows of the command whose output it compares. */
export interface Place extends Context {
  /** Who prints, those included of whom only errors are seen. */
  readonly printers: readonly Printer[];
  /** Words of the command: a value that the reader typed is not volatile. */
  readonly stated: ReadonlySet<string>;
  /** The command asks a program for its version. */
  readonly asksVersion: boolean;
  /** The command asks for a number of the moment (`--format '{{.State.Pid}}'`). */
  readonly measured?: boolean;
  /** The command runs on the reader's machine, not in a container. */
  readonly onHost?: boolean;
}

/** A kind of value that may differ. Why, for a reader, is a sentence of the catalogue: `tolerance-NAME`. */
export interface Tolerance {
  /** As `--strict` and `--loose` name it. */
  readonly name: string;
  /** Sources of regular expressions for the volatile token, most specific first; none where it is not about a token. */
  readonly forms: readonly string[];
  /** Whether the two texts, both of this type, may stand for each other. Without it any two may. */
  readonly accepts?: (expected: string, actual: string, place: Place) => boolean;
  /** Equal tokens of the chapter must be equal in reality: the type under which they are bound. */
  readonly binds?: BindingType;
  /**
   * Lines that are the same by it (`one ≈ other`) and lines that are not (`one ≠ other`), each pair in a row, or its second
   * one in the next; the command stands before them (`$ ls -l`) where it matters. They are its tests.
   */
  readonly examples: string;
}

export type BindingType = 'id' | 'digest' | 'uuid' | 'ip' | 'mac' | 'port' | 'pid' | 'name' | 'owner';
