import type { CommandFacts } from '../command/command-facts.ts';
import type { Block, BlockMatch, Env, Pair } from '../units.ts';
import { compareJson } from './compare-json.ts';
import { type JsonValue, partsOf } from './json-value.ts';
import { readJson } from './read-json.ts';

export interface JsonBlock extends Block {
  readonly form: 'json';
  readonly value: JsonValue;
}

/**
 * Reads the JSON document that begins at a line.
 *
 * @param loose read it as an author may write it: with `...`, unclosed, an entry without its object
 */
export function readJsonBlock(
  lines: readonly string[],
  at: number,
  loose: boolean,
  facts?: CommandFacts,
): JsonBlock | null {
  const first = lines[at] ?? '';
  if (
    !/^\s*[[{]/.test(first) &&
    !(loose && !picksLines.test(facts?.text ?? '') && /^\s*"[\w.-]+"\s*:\s*\S/.test(first))
  )
    return null;
  if (/^\s*\[(?:\+|\w+\]|\d[^,\]]*\]?\s+\S|[\w :/-]+\])/.test(first) && !/^\s*\[\s*(?:"|\{|\d+\s*[,\]])/.test(first))
    return null;
  const source = sourceOf(lines);
  if (source.wasted > mostWasted(source)) return null;
  const text = source.text.slice(source.starts[at]);
  const { value, end } = readJson(text);
  const rest = text.slice(end, text.indexOf('\n', end) < 0 ? text.length : text.indexOf('\n', end));
  const isAlone = loose ? remark.test(rest) : rest.trim() === '' && (value === null || !unclosed(value));
  if (value === null || !isDocument(value, lines[at] ?? '') || !isAlone) {
    source.wasted += end;
    return null;
  }
  const own = text.slice(0, end).trimEnd().split('\n');
  return {
    form: 'json',
    noise: null,
    lines: lines.slice(at, at + own.length),
    value,
    compare: (actual, place, env) => compareBlocks({ value, lines: own }, actual as JsonBlock, place, env),
  };
}

/** What an author may write behind a document. */
const remark = /^\s*[,;]?\s*(?:$|\/\/|#|←|⬅|<-|--|\(|[[<]?(?:\.\.\.|…))/;

/** The text that lines stand in, joined once however often a document is looked for in it. */
interface Source {
  readonly text: string;
  /** Where each line begins. */
  readonly starts: readonly number[];
  /** How many characters were read in vain. */
  wasted: number;
}

/** In contrived texts half a document begins in every line; from then on nothing is taken for one. In characters. */
function mostWasted({ text }: Source): number {
  return 50_000 + 3 * text.length;
}

function sourceOf(lines: readonly string[]): Source {
  const known = sources.get(lines);
  if (known !== undefined) return known;
  let at = 0;
  const starts = lines.map((line) => {
    const start = at;
    at += line.length + 1;
    return start;
  });
  const source = { text: lines.join('\n'), starts, wasted: 0 };
  sources.set(lines, source);
  return source;
}

const sources = new WeakMap<readonly string[], Source>();

function isDocument(value: JsonValue, first: string): boolean {
  if (value.kind === 'object') return value.entries.length > 0 || first.trim() === '{}';
  return value.kind === 'array';
}

/** Then lines of a document are only lines. */
const picksLines = /\|\s*(?:grep|egrep|head|tail|sed|awk)\b/;

function unclosed(value: JsonValue): boolean {
  if (value.kind === 'object') return value.open || value.entries.some((entry) => unclosed(entry.value));
  return value.kind === 'gap' || (value.kind === 'array' && value.items.some(unclosed));
}

function compareBlocks(
  expected: { readonly value: JsonValue; readonly lines: readonly string[] },
  actual: JsonBlock,
  at: number,
  env: Env,
): BlockMatch {
  const text = expected.lines.join('\n');
  const finding = bestOf(expected.value, actual.value, env);
  const lineOf = (offset: number) => at + text.slice(0, offset).split('\n').length - 1;
  const uses = finding.uses.map(({ offset, ...use }) => ({ at: lineOf(offset), ...use }));
  const claims = finding.claims.map(({ offset, ...claim }) => ({ line: lineOf(offset) + 1, ...claim }));
  const layout =
    expected.lines.join('\n') === actual.lines.join('\n')
      ? []
      : [{ name: 'json-layout', at, expected: '', actual: '' }];
  return {
    holds: finding.wrong.length === 0,
    uses: [...layout, ...uses],
    claims,
    pairs: pairsOf(expected, actual, at, finding),
  };
}

/** A fragment is compared with the part of the document that it fits. */
function bestOf(expected: JsonValue, actual: JsonValue, env: Env): ReturnType<typeof compareJson> {
  const whole = compareJson(expected, actual, env);
  if (whole.wrong.length === 0 || expected.kind !== 'object') return whole;
  let best = whole;
  for (const part of partsOf(actual)) {
    if (
      part.kind !== 'object' ||
      !expected.entries.some((entry) => part.entries.some((other) => other.key === entry.key))
    )
      continue;
    const finding = compareJson(expected, part, env);
    if (finding.wrong.length === 0) return finding;
    if (finding.wrong.length < best.wrong.length) best = finding;
  }
  return best;
}

/** Wrong scalars are replaced in their place; where more is wrong than that, the document as a whole. */
function pairsOf(
  expected: { readonly lines: readonly string[] },
  actual: JsonBlock,
  at: number,
  { wrong }: ReturnType<typeof compareJson>,
): readonly Pair[] {
  const source = expected.lines.join('\n');
  const real = actual.lines.join('\n');
  const inPlace = wrong.every((value) => value.expected.kind === 'scalar' && value.actual?.kind === 'scalar');
  if (!inPlace) {
    const gone = expected.lines.map(
      (text, index): Pair => ({ at: at + index, expected: text, actual: null, resolved: null, holds: false }),
    );
    return [
      ...gone,
      ...actual.lines.map((text): Pair => ({ at: null, expected: null, actual: text, resolved: text, holds: false })),
    ];
  }
  let patched = source;
  for (const value of [...wrong].sort((left, right) => right.expected.start - left.expected.start)) {
    const raw = value.actual === null ? '' : real.slice(value.actual.start, value.actual.end);
    patched = patched.slice(0, value.expected.start) + raw + patched.slice(value.expected.end);
  }
  const lines = patched.split('\n');
  return expected.lines.map((text, index): Pair => {
    const resolved = lines[index] ?? '';
    return {
      at: at + index,
      expected: text,
      actual: resolved === text ? (actual.lines[index] ?? '') : resolved,
      resolved,
      holds: resolved === text,
    };
  });
}
