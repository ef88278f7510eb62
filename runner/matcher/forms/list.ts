import { mayPrint } from '../../command/index.ts';
import { isElision } from '../../core/elision.ts';
import type { CommandFacts } from '../facts.ts';
import { compareLine, kindOfLine } from '../line/compare-line.ts';
import type { BlockMatch, Env } from '../units.ts';
import { type Form, isOpenAt, type Reading, type Source, withoutArrow } from './form.ts';
import { type ListKind, listKinds } from './list-kinds.ts';
import { compareRows, type RowForm, type RowLine } from './rows.ts';

/** What is compared of a line. */
interface Entry {
  readonly normal: string;
}

interface List extends Reading {
  readonly kind: ListKind;
  readonly body: readonly RowLine<Entry>[];
  /** The author left out its beginning. */
  readonly open: boolean;
}

/** Lines of a kind below one another, without a header: a table of one column. */
export const list: Form<List> = { name: 'list', of: (facts) => kindsFor(facts).length > 0, read, compare };

function read(source: Source): List | null {
  const { lines, at, elisions } = source;
  const bare = (line = '') => withoutArrow(line, source).trim();
  const open = isOpenAt(source);
  const before = (lines[open ? at - 2 : at - 1] ?? '').trim();
  const first = bare(lines[at]);
  const kind = kindsFor(source.facts).find(({ isLine, after }) => isLine(first) && (after?.(before) ?? true));
  if (kind === undefined) return null;
  let end = at;
  while (end < lines.length && (kind.isLine(bare(lines[end])) || (elisions && isElision(lines[end] ?? '')))) end += 1;
  const own = lines.slice(at, end);
  const all = own.map(bare);
  const body = own.map((text, index): RowLine<Entry> => {
    if (elisions && isElision(text)) return { text, row: null, elision: true };
    const line = all[index] ?? '';
    const normal = kind.normal === undefined ? line : kind.normal(line, all);
    return { text, row: normal === null ? null : { normal } };
  });
  const { name, noise } = kind;
  return { at, lines: own, sort: name, kind, body, open, ...(noise !== undefined && { noise, alone: true }) };
}

/** The lists that output of a command can hold. */
function kindsFor(facts: CommandFacts): readonly ListKind[] {
  const known = byCommand.get(facts);
  if (known !== undefined) return known;
  const possible = listKinds.filter((kind) => mayPrint(facts.shown, kind));
  byCommand.set(facts, possible);
  return possible;
}

const byCommand = new WeakMap<CommandFacts, readonly ListKind[]>();

function compare(expected: List, actual: List, env: Env): BlockMatch {
  const texts = { expected: expected.body, actual: actual.body, at: expected.at };
  return compareRows(texts, rowsOf(expected, actual, env), env);
}

function rowsOf({ kind, body, open }: List, actual: List, env: Env): RowForm<Entry> {
  const { facts } = env;
  const isOpen = open || kind.anyLength || kind.open?.(facts) || body.some(({ elision }) => elision);
  const surplus = kind.anyLength ? surplusOf(entriesOf(body), entriesOf(actual.body).length, env) : null;
  return {
    compare: ({ normal: left }, { normal: right }) => compareLine(left, right, facts),
    kindOf: ({ normal }, side) => kindOfLine(normal, side, facts),
    alone: (entry, side) => ((side === 'actual' ? isOpen : surplus?.has(entry)) ? 'additional-rows' : null),
  };
}

function entriesOf(body: List['body']): readonly Entry[] {
  return body.flatMap(({ row }) => row ?? []);
}

/** Of a list whose length means nothing those entries that are too many, but none that must be among the real ones. */
function surplusOf(entries: readonly Entry[], length: number, env: Env): ReadonlySet<Entry> {
  const more = Math.max(0, entries.length - length);
  return new Set(more === 0 ? [] : entries.filter(({ normal }) => !isBound(normal, env)).slice(-more));
}

/** An ID that an earlier step has tied to a real one must be among the real ones. */
function isBound(text: string, env: Env): boolean {
  const id = /[0-9a-f]{12,64}/.exec(text)?.[0];
  return id !== undefined && env.binder.realOf('id', id) !== null;
}
