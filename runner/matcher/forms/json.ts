import type { Printer } from '../../command/index.ts';
import { compareJson } from '../json/compare-json.ts';
import { type JsonValue, partsOf } from '../json/json-value.ts';
import { readJson } from '../json/read-json.ts';
import type { BlockMatch, Env, Pair } from '../units.ts';
import { type Form, layoutUse, type Reading, type Source, wholeBlock } from './form.ts';

export interface JsonDocument extends Reading {
  readonly value: JsonValue;
}

/** A JSON document; in a chapter as an author may write it: with `...`, unclosed, an entry without its object. */
export const json: Form<JsonDocument> = { name: 'json', read, compare };

function read({ lines, at, elisions, facts }: Source): JsonDocument | null {
  const first = lines[at] ?? '';
  const isEntry = elisions && !facts.printers.some(picksLines) && /^\s*"[\w.-]+"\s*:\s*\S/.test(first);
  if ((!/^\s*[[{]/.test(first) && !isEntry) || isLogLine(first)) return null;
  const source = textOf(lines);
  if (source.wasted > mostWasted(source)) return null;
  const text = source.text.slice(source.starts[at]);
  const { value, end } = readJson(text);
  const [rest = ''] = text.slice(end).split('\n', 1);
  const isAlone = elisions ? remark.test(rest) : rest.trim() === '' && (value === null || !unclosed(value));
  if (value === null || !isDocument(value, first) || !isAlone) {
    source.wasted += end;
    return null;
  }
  return { at, lines: text.slice(0, end).trimEnd().split('\n'), value };
}

/** `[INFO] …`, `[2024-…] …`, `[+] …` are no arrays. */
function isLogLine(line: string): boolean {
  return /^\s*\[(?:\+|\w+\]|\d[^,\]]*\]?\s+\S|[\w :/-]+\])/.test(line) && !/^\s*\[\s*(?:"|\{|\d+\s*[,\]])/.test(line);
}

/** What an author may write behind a document. */
const remark = /^\s*[,;]?\s*(?:$|\/\/|#|←|⬅|<-|--|\(|[[<]?(?:\.\.\.|…))/;

/** The text that lines stand in, joined once however often a document is looked for in it. */
interface Text {
  readonly text: string;
  /** Where each line begins. */
  readonly starts: readonly number[];
  /** How many characters were read in vain. */
  wasted: number;
}

/** In contrived texts half a document begins in every line; from then on nothing is taken for one. In characters. */
function mostWasted({ text }: Text): number {
  return 50_000 + 3 * text.length;
}

function textOf(lines: readonly string[]): Text {
  const known = texts.get(lines);
  if (known !== undefined) return known;
  let at = 0;
  const starts = lines.map((line) => {
    const start = at;
    at += line.length + 1;
    return start;
  });
  const text = { text: lines.join('\n'), starts, wasted: 0 };
  texts.set(lines, text);
  return text;
}

const texts = new WeakMap<readonly string[], Text>();

function isDocument(value: JsonValue, first: string): boolean {
  if (value.kind === 'object') return value.entries.length > 0 || first.trim() === '{}';
  return value.kind === 'array';
}

/** Then lines of a document are only lines. */
function picksLines({ through }: Printer): boolean {
  return through.some((program) => ['grep', 'egrep', 'head', 'tail', 'sed', 'awk'].includes(program));
}

function unclosed(value: JsonValue): boolean {
  if (value.kind === 'object') return value.open || value.entries.some((entry) => unclosed(entry.value));
  return value.kind === 'gap' || (value.kind === 'array' && value.items.some(unclosed));
}

function compare(expected: JsonDocument, actual: JsonDocument, env: Env): BlockMatch {
  const finding = bestOf(expected.value, actual.value, env);
  const text = expected.lines.join('\n');
  const lineOf = (offset: number) => expected.at + text.slice(0, offset).split('\n').length - 1;
  return {
    holds: finding.wrong.length === 0,
    uses: [
      ...layoutUse('json-layout', expected, actual),
      ...finding.uses.map(({ offset, ...use }) => ({ at: lineOf(offset), ...use })),
    ],
    claims: finding.claims.map(({ offset, ...claim }) => ({ line: lineOf(offset) + 1, ...claim })),
    pairs: pairsOf(expected, actual, finding),
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
  expected: JsonDocument,
  actual: JsonDocument,
  { wrong }: ReturnType<typeof compareJson>,
): readonly Pair[] {
  if (!wrong.every((value) => value.expected.kind === 'scalar' && value.actual?.kind === 'scalar'))
    return wholeBlock(expected, actual, false);
  const real = actual.lines.join('\n');
  let patched = expected.lines.join('\n');
  for (const value of [...wrong].sort((left, right) => right.expected.start - left.expected.start)) {
    const raw = value.actual === null ? '' : real.slice(value.actual.start, value.actual.end);
    patched = patched.slice(0, value.expected.start) + raw + patched.slice(value.expected.end);
  }
  const lines = patched.split('\n');
  return expected.lines.map((text, index): Pair => {
    const resolved = lines[index] ?? '';
    const holds = resolved === text;
    const shown = holds ? (actual.lines[index] ?? '') : resolved;
    return { at: expected.at + index, expected: text, actual: shown, resolved, holds };
  });
}
