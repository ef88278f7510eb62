import type { Range } from '../core/source.ts';

/** A piece of the chapter's source and what is to stand there instead. */
export interface Edit {
  readonly range: Range;
  readonly text: string;
}

/** What a change is about. */
export type ChangeKind =
  /** Expected output that no longer holds. */
  | 'output'
  /** Expected output for a command that showed none. */
  | 'added'
  /** A value (an ID, a generated name) that stands elsewhere too: in a command, in prose. */
  | 'value';

/** Edits that belong together: a reviewer takes all of them or none. */
export interface Change {
  readonly kind: ChangeKind;
  /** Index of the step; null for a value. */
  readonly step: number | null;
  /** Line of the chapter, from 1. */
  readonly line: number;
  /** The command, or the value: what a reviewer knows the change by. */
  readonly title: string;
  readonly edits: readonly Edit[];
  /** The step's expected lines after the change; null for a value. */
  readonly result: readonly string[] | null;
}

/** What an update does besides bringing up to date what no longer holds. */
export interface UpdateOptions {
  /** Shows the output of commands that show none. */
  readonly add: boolean;
  /** Renews values that were only tolerated. */
  readonly refresh: boolean;
  /** Writes an error in the place of an output that shows success. */
  readonly errors: boolean;
  /** Rewrites a build log that holds in another builder's form in the form that the engine prints. */
  readonly modernise: boolean;
  /** What must not get into a document. */
  readonly personal: Personal;
}

/** What belongs to the machine of this run and to nobody who reads the chapter. */
export interface Personal {
  /** HOME of the session. */
  readonly home: string;
  /** Null where it says nothing about anybody (`root` of a throw-away machine). */
  readonly user: string | null;
  readonly hostName: string | null;
}
