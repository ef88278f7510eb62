import { isElision } from '../../core/elision.ts';
import type { CommandFacts } from '../facts.ts';
import type { BlockMatch, BlockUnit, Env, Pair } from '../units.ts';

/** A way in which programs print: lines that are read and compared as one. */
export interface Form<Read extends Reading = Reading> {
  readonly name: string;
  /** Whether output of this command can have it; without it any can. */
  readonly of?: (facts: CommandFacts) => boolean;
  /** Reads what begins at a line; null where this form does not. */
  read(source: Source): Read | null;
  /** Compares the chapter's with a real one. */
  compare(expected: Read, actual: Read, env: Env): BlockMatch;
}

/** Where a form is looked for. */
export interface Source {
  readonly lines: readonly string[];
  /** Index of the line at which it would begin. */
  readonly at: number;
  /** It is the chapter: a line of `...` stands for others, and a remark may follow a line. */
  readonly elisions: boolean;
  readonly facts: CommandFacts;
}

/** What a form has read. */
export interface Reading {
  /** Index of the first line in its text. */
  readonly at: number;
  readonly lines: readonly string[];
  /** Of which sort it is: only readings of one sort are compared. */
  readonly sort?: string;
  /** The tolerance by which it may be missing on the other side. */
  readonly noise?: string;
  /** It may be missing only where the other text has none of its form and sort. */
  readonly alone?: true;
}

/** A unit of what a form has read. */
export function blockOf<Read extends Reading>(form: Form<Read>, read: Read): BlockUnit {
  const { at, noise = null, sort, alone } = read;
  const name = sort === undefined ? form.name : `${form.name}:${sort}`;
  return { kind: 'block', at, form, read, name, noise, ...(alone === true && { alone: name }) };
}

/** That two readings which hold are not the same, as a tolerance; none where they are. */
export function layoutUse(name: string, expected: Reading, actual: Reading): BlockMatch['uses'] {
  const same = expected.lines.join('\n') === actual.lines.join('\n');
  return same ? [] : [{ name, at: expected.at, expected: '', actual: '' }];
}

/** A line without blanks at its end, and in a chapter without the remark that follows an arrow: `#` may be output. */
export function withoutArrow(line = '', { elisions }: Pick<Source, 'elisions'>): string {
  return (elisions ? line.replace(/\s+(?:←|⬅|⇐|◀|↤).*$/, '') : line).trimEnd();
}

/** Whether an author left out what comes before. */
export function isOpenAt({ lines, at, elisions }: Source): boolean {
  return elisions && isElision(lines[at - 1] ?? '');
}

/**
 * The pairs of lines that hold or fail as a whole: where they hold, each of the chapter's stays as it is; where they do
 * not, all of them go, and the actual ones come.
 */
export function wholeBlock(expected: Reading, actual: Reading, holds: boolean): readonly Pair[] {
  const mine = expected.lines.map((text, index): Pair => {
    const other = holds ? (actual.lines[index] ?? '') : null;
    return { at: expected.at + index, expected: text, actual: other, resolved: holds ? text : null, holds };
  });
  return holds ? mine : [...mine, ...actual.lines.map(unexpected)];
}

function unexpected(text: string): Pair {
  return { at: null, expected: null, actual: text, resolved: text, holds: false };
}
