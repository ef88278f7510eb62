import { inContext } from '../bindings/typed-words.ts';
import type { Canon } from '../canons/canon.ts';
import { authors, canonsOf, wordings, words } from '../canons/index.ts';
import type { Place } from '../tolerances/tolerance.ts';
import { fitsGaps, hasGap, hidesFailure } from './gaps.ts';
import { compareLines, type LineMatch } from './line.ts';
import { mostRead, readingOf } from './reading.ts';

/**
 * Compares two lines, whatever they are written in: each is taken back by the canons to what all ways to write it have in
 * common, the chapter's also without what an author adds or leaves out.
 *
 * @returns the fewest canons that make them one, with what their values needed; null where they differ
 */
export function compareLine(
  expected: string,
  actual: string,
  place: Place,
  part: keyof typeof canonsOf = 'line',
): LineMatch | null {
  const match = compareLines(expected, actual, place);
  if (match !== null || expected.length > mostRead || actual.length > mostRead) return match;
  for (const reading of readingsOf(expected.trim(), canonsOf[part].authors, place)) {
    const found = fewest(reading, actual, canonsOf[part].wordings, place);
    if (found !== null) return { ...found, uses: [...found.uses, ...reading.canons.map(useOf)] };
  }
  return null;

  function useOf({ name }: Canon): LineMatch['uses'][number] {
    return { name, expected: expected.trim(), actual: actual.trim() };
  }
}

/** Whether an author may have added something to a line, or left something out: it is like lines of many shapes. */
export function isMarked(line: string, place: Place): boolean {
  return authors.some((canon) => canon.read(line, place) !== line);
}

/** A line read by all canons for what programs word differently. */
export function canonical(line: string, place: Place): string {
  return readBy(wordings, line, place).text.split('\u0000')[0] ?? '';
}

/** The words of a line, what the command says of it and what `--loose` takes from it considered. */
export function shapeIn(line: string, side: 'expected' | 'actual', place: Place): string {
  const { shape } = readingOf(inContext(line, side, place));
  return words.reduce((read, canon) => (place.loose?.includes(canon.name) ? canon.read(read, place) : read), shape);
}

/** Lines of two kinds differ; null for a line that may be like lines of any kind. */
export function kindOfLine(line: string, side: 'expected' | 'actual', place: Place): string | null {
  return side === 'expected' && isMarked(line, place) ? null : shapeIn(canonical(line, place), side, place);
}

/** A line as it may be meant. */
interface Meant {
  readonly text: string;
  /** What its author did to it. */
  readonly canons: readonly Canon[];
}

/** What a line of the chapter may mean, by the fewest marks of its author first. */
function readingsOf(line: string, by: readonly Canon[], place: Place): readonly Meant[] {
  let readings: readonly Meant[] = [{ text: line, canons: [] }];
  for (const canon of by) {
    const further = readings.flatMap(({ text, canons }): readonly Meant[] => {
      const read = canon.read(text, place);
      return read === text ? [] : [{ text: read, canons: [...canons, canon] }];
    });
    readings = [...readings, ...further];
  }
  return readings.length < 3 ? readings : [...readings].sort((left, right) => left.canons.length - right.canons.length);
}

/** A line read by canons. */
interface Read {
  readonly text: string;
  /** The line before the first of them, and after each that it needed: a line that was cut may stand for any of these. */
  readonly stages: readonly string[];
  readonly canons: readonly Canon[];
}

/** Compares by as few canons as possible, so that no value is lost without need. */
function fewest(meant: Meant, actual: string, by: readonly Canon[], place: Place): LineMatch | null {
  const [left, right] = [readBy(by, meant.text, place), readBy(by, actual, place)];
  const used = by.filter((canon) => left.canons.includes(canon) || right.canons.includes(canon));
  let canons = [...used, ...words.filter(({ name }) => place.loose?.includes(name))];
  if (meant.canons.length === 0 && canons.length === 0) return null;
  let found = unified(left, right, canons, place);
  if (found === null || (hasGap(meant.text) && hidesFailure(meant.text, actual))) return null;
  for (const canon of canons) {
    const rest = canons.filter((each) => each !== canon);
    const match = unified(readBy(rest, meant.text, place), readBy(rest, actual, place), rest, place);
    if (match !== null) [found, canons] = [match, rest];
  }
  const uses = canons.map(({ name }) => ({ name, expected: meant.text, actual }));
  return { ...found, uses: [...found.uses, ...uses] };
}

function unified(expected: Read, actual: Read, canons: readonly Canon[], place: Place): LineMatch | null {
  const ofWords = words.filter((canon) => canons.includes(canon));
  const wording = (shape: string) => ofWords.reduce((read, canon) => canon.read(read, place), shape);
  const [text = '', ...details] = expected.text.split('\u0000');
  // Of a cut line a canon may leave nothing but its gap: it is held as it stands, too.
  if (hasGap(text)) return fitsSomewhere(expected.stages, actual.stages, wording) ? nothing : null;
  const [other = '', ...others] = actual.text.split('\u0000');
  return sameDetails(details, others, place) ? compareLines(text, other, place, wording) : null;
}

function fitsSomewhere(mine: readonly string[], real: readonly string[], wording: (shape: string) => string): boolean {
  const bare = (stage: string) => stage.split('\u0000')[0] ?? '';
  return mine.some((text) => real.some((other) => fitsGaps(bare(text), bare(other), wording)));
}

const nothing: LineMatch = { uses: [], claims: [] };

function readBy(canons: readonly Canon[], line: string, place: Place): Read {
  if (canons !== wordings) return foldedBy(canons, line, place);
  // Lines are compared with many others; each is read once.
  const known = recent.get(place) ?? new Map<string, Read>();
  recent.set(place, known);
  const read = known.get(line) ?? foldedBy(canons, line, place);
  known.set(line, read);
  return read;
}

const recent = new WeakMap<Place, Map<string, Read>>();

function foldedBy(canons: readonly Canon[], line: string, place: Place): Read {
  let text = line.trim();
  const used: Canon[] = [];
  const stages = [text];
  for (const canon of canons) {
    if (words.includes(canon)) continue;
    const read = canon.read(text, place);
    if (read === text) continue;
    text = read;
    stages.push(text);
    used.push(canon);
  }
  return { text, stages, canons: used };
}

/**
 * Whether what only one of two generations tells may be so: it is compared where both tell it, else with what the command
 * names. Names that the reader did not give (`name:web`) tell nothing.
 */
function sameDetails(expected: readonly string[], actual: readonly string[], place: Place): boolean {
  const count = Math.max(expected.length, actual.length);
  return Array.from({ length: count }, (_, index) => [expected[index], actual[index]] as const).every(
    ([left, right]) => {
      if (left && right) return left === right;
      const alone = left || right || '';
      return alone === '' || alone.startsWith('name:') || isNamed(alone, place);
    },
  );
}

/** The command names it, or lets the shell name it. */
function isNamed(name: string, { stated }: Place): boolean {
  return (
    /^(?:[0-9a-f]{12,64}|[0-9a-z]{25})$/.test(name) || [...stated].some((word) => word === name || word.startsWith('$'))
  );
}
