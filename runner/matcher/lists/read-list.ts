import { thoseOf } from '../../command/index.ts';
import { isElision } from '../../core/elision.ts';
import { inContext } from '../bindings/typed-words.ts';
import type { CommandFacts } from '../command/command-facts.ts';
import { hasInlineElision } from '../line/elision.ts';
import { compareElided } from '../line/inline-elision.ts';
import { compareLines } from '../line/line.ts';
import { readingOf } from '../line/reading.ts';
import { assignRows } from '../tables/rows.ts';
import type { Block, BlockMatch, Env, Pair } from '../units.ts';
import { compareWording, hasWordings } from '../wording/same-wording.ts';
import { type ListKind, listKinds } from './list-kinds.ts';

interface Entry {
  readonly text: string;
  /** Null for a line that need not be compared. */
  readonly normal: string | null;
  readonly elision: boolean;
}

interface List extends Block {
  readonly entries: readonly Entry[];
}

/** What an author wrote behind a line. */
const remark = /\s+(?:←|⬅|⇐|◀|↤).*$/;

/** Reads the list that begins at a line; null where none does. */
export function readList(lines: readonly string[], at: number, elisions: boolean, facts: CommandFacts): Block | null {
  // The author may have left out its beginning.
  const open = elisions && isElision(lines[at - 1] ?? '');
  const before = (lines[open ? at - 2 : at - 1] ?? '').trim();
  const first = bare(lines[at] ?? '', elisions);
  const kind = kindsFor(facts).find((each) => each.form.test(first) && (each.after?.test(before) ?? true));
  if (kind === undefined) return null;
  let end = at;
  while (end < lines.length && belongs(lines, end, kind, elisions)) end += 1;
  const own = lines.slice(at, end);
  const trimmed = own.map((line) => bare(line, elisions));
  const entries = own.map((text, index): Entry => {
    const elision = elisions && isElision(text);
    return {
      text,
      elision,
      normal: elision
        ? null
        : kind.normal === undefined
          ? (trimmed[index] ?? '')
          : kind.normal(trimmed[index] ?? '', trimmed),
    };
  });
  const list: List = {
    form: `list:${kind.name}`,
    noise: kind.noise ?? null,
    ...(kind.noise === undefined ? {} : { alone: true }),
    lines: own,
    entries,
    compare: (actual, place, env) =>
      compareLists({ kind, openStart: open }, entries, (actual as List).entries, place, env),
  };
  return list;
}

/** A line without blanks around it, and without an author's remark. */
function bare(line: string, elisions: boolean): string {
  return (elisions ? line.replace(remark, '') : line).trim();
}

/** The lists that output of a command can hold. */
function kindsFor(facts: CommandFacts): readonly ListKind[] {
  const known = byCommand.get(facts);
  if (known !== undefined) return known;
  const possible = listKinds.filter(({ of, asked }) =>
    thoseOf(facts.shown, ...of).some((printer) => asked?.(printer) ?? true),
  );
  byCommand.set(facts, possible);
  return possible;
}

const byCommand = new WeakMap<CommandFacts, readonly ListKind[]>();

function belongs(lines: readonly string[], at: number, kind: ListKind, elisions: boolean): boolean {
  const line = (lines[at] ?? '').trim();
  return kind.form.test(elisions ? line.replace(remark, '') : line) || (elisions && isElision(line));
}

function compareLists(
  { kind, openStart }: { readonly kind: ListKind; readonly openStart: boolean },
  expected: readonly Entry[],
  actual: readonly Entry[],
  at: number,
  env: Env,
): BlockMatch {
  const rows = expected.flatMap((entry, index) => (entry.normal === null ? [] : [{ text: entry.normal, index }]));
  const real = actual.flatMap((entry) => (entry.normal === null ? [] : [{ text: entry.normal, line: entry.text }]));
  const compare = (left: { text: string }, right: { text: string }) =>
    compareLines(left.text, right.text, env.facts) ??
    compareElided(left.text, right.text) ??
    compareWording(left.text, right.text, env.facts);
  const wanted =
    kind.anyLength === true
      ? rows
          .filter((row) => isBound(row.text, env))
          .concat(rows.filter((row) => !isBound(row.text, env)))
          .slice(0, Math.max(rows.filter((row) => isBound(row.text, env)).length, Math.min(rows.length, real.length)))
      : rows;
  const assigned = assignRows(
    {
      expected: wanted,
      actual: real,
      ordered: kind.ordered,
      compare,
      kindOfExpected: ({ text }) =>
        hasInlineElision(text) || hasWordings(text, env.facts)
          ? null
          : readingOf(inContext(text, 'expected', env.facts)).shape,
      kindOfActual: ({ text }) =>
        hasWordings(text, env.facts) ? null : readingOf(inContext(text, 'actual', env.facts)).shape,
      lineOf: (index) => at + (wanted[index]?.index ?? 0),
    },
    env,
  );
  const open = openStart || kind.anyLength === true || kind.open(env.facts) || expected.some((entry) => entry.elision);
  const uses: BlockMatch['uses'][number][] = [];
  const claims: BlockMatch['claims'][number][] = [];
  const places = new Map(wanted.map((row, place) => [row.index, place]));
  const pairs = expected.map((entry, index): Pair => {
    const place = places.get(index) ?? -1;
    const { actual: other, match = null } = assigned[place] ?? {};
    uses.push(...(match?.uses ?? []).map((use) => ({ at: at + index, ...use })));
    claims.push(...(match?.claims ?? []).map((claim) => ({ line: at + index + 1, ...claim })));
    const holds = place < 0 || match !== null;
    return {
      at: at + index,
      expected: entry.text,
      actual: other?.line ?? (holds ? '' : null),
      resolved: holds ? entry.text : null,
      holds,
    };
  });
  const chosen = assigned.map((each) => each?.place ?? -1);
  const taken = new Set(chosen);
  const free = real.flatMap(({ line }, index) => (taken.has(index) ? [] : [{ line, index }]));
  if (open && free.length > 0) uses.push({ name: 'additional-rows', at, expected: '', actual: `${free.length}` });
  const placeOf = (pair: Pair) => (pair.at === null ? -1 : (chosen[places.get(pair.at - at) ?? -1] ?? -1));
  const all = open ? pairs : withNew(pairs, free, placeOf);
  const inOrder = chosen.every((value, index) => index === 0 || value > (chosen[index - 1] ?? -1));
  if (!inOrder) uses.push({ name: 'row-order', at, expected: '', actual: '' });
  return { holds: all.every((pair) => pair.holds), uses, claims, pairs: all };
}

/** New lines stand before the one that comes after them. */
function withNew(
  pairs: readonly Pair[],
  free: readonly { readonly line: string; readonly index: number }[],
  placeOf: (pair: Pair) => number,
): readonly Pair[] {
  const all = [...pairs];
  for (const { line, index } of free) {
    const pair: Pair = { at: null, expected: null, actual: line, resolved: line, holds: false };
    const next = all.findIndex((each) => placeOf(each) > index);
    all.splice(next < 0 ? all.length : next, 0, pair);
  }
  return all;
}

/** An ID that an earlier step has tied to a real one must be among the real ones. */
function isBound(text: string, env: Env): boolean {
  const id = /[0-9a-f]{12,64}/.exec(text)?.[0];
  return id !== undefined && env.binder.realOf('id', id) !== null;
}
