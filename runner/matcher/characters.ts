import type { Canon } from './canons/canon.ts';
import { characters, escapes } from './canons/index.ts';
import type { Finding } from './comparison.ts';
import type { Place } from './tolerances/tolerance.ts';
import type { LocatedUse } from './units.ts';

/** Two texts, their characters read by canons. */
interface Texts {
  readonly expected: readonly string[];
  readonly actual: readonly string[];
  /** The chapter's lines as they are written, with what was read otherwise. */
  readonly lines: readonly (ReadLine | null)[];
}

interface ReadLine {
  readonly text: string;
  readonly canons: readonly Canon[];
}

/** Reads how the characters of both texts are written: escapes of Markdown only where the real text has none. */
export function readCharacters(expected: readonly string[], actual: readonly string[], place: Place): Texts {
  const written = (canons: readonly Canon[], lines: readonly string[]) => {
    const text = lines.join('\n');
    return canons.filter((canon) => canon.read(text, place) !== text);
  };
  const [mine, real] = [written([...characters, ...escapes], expected), written([...characters, ...escapes], actual)];
  if (mine.length === 0 && real.length === 0) return { expected, actual, lines: [] };
  const both = characters.filter((canon) => mine.includes(canon) || real.includes(canon));
  const all = [...both, ...escapes.filter((canon) => !real.includes(canon))];
  const known = new Set(actual);
  const lines = expected.map((text) => {
    const used = all.filter((canon) => canon.read(text, place) !== text);
    return used.length === 0 ? null : { text, canons: known.has(text) ? [] : used };
  });
  const read = (canons: readonly Canon[], text: string) =>
    canons.reduce((line, canon) => canon.read(line, place), text);
  return {
    expected: expected.map((text, index) => (lines[index] == null ? text : read(all, text))),
    actual: both.length === 0 ? actual : actual.map((text) => read(both, text)),
    lines,
  };
}

/** What was found, with the chapter's lines as they are written. */
export function restored(finding: Finding, { lines }: Texts): Finding {
  if (lines.every((line) => line === null)) return finding;
  const uses: LocatedUse[] = [];
  const pairs = finding.pairs.map((pair) => {
    const line = pair.at === null ? null : lines[pair.at];
    if (line == null || !pair.holds) return pair;
    for (const { name } of line.canons)
      uses.push({ name, at: pair.at ?? 0, expected: line.text, actual: pair.actual ?? '' });
    return { ...pair, expected: line.text, resolved: pair.resolved === pair.expected ? line.text : pair.resolved };
  });
  return { ...finding, pairs, uses: [...finding.uses, ...uses] };
}
