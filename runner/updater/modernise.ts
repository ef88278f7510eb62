import type { Match, ResolvedLine } from '../core/match.ts';
import type { Outcome } from '../core/outcome.ts';

const classic = /^(?:Step \d+\/\d+ ?: | ---> |Sending build context to Docker daemon)/m;
const buildKit = /^(?:#\d+ \[| ?=> \[|\[\+\] Building )/m;

/** What BuildKit prints while it fetches: it differs from build to build, and a reader need not see it. */
const scrolling = /^(?: ?=> => |#\d+ )(?:sha256:|extracting|resolve |transferring)/;

/** The headings of the two tables of images: since Docker 29 name and tag are one column. */
const imageTables = [/^REPOSITORY +TAG +IMAGE ID/, /^IMAGE +ID +DISK USAGE/];

/**
 * A build log or a table of images in the engine's form, where the chapter shows another builder's or generation's; null
 * where both have one form.
 */
export function modernised({ step, output }: Outcome, match: Match): readonly ResolvedLine[] | null {
  if (step.type !== 'command' || !step.expected || output === null) return null;
  const { text } = step.expected;
  const lines = output.text.split('\n').map((line) => line.trimEnd());
  const differs =
    (classic.test(text) && !buildKit.test(text) && buildKit.test(output.text)) ||
    (buildKit.test(text) && !classic.test(text) && classic.test(output.text) && !buildKit.test(output.text));
  if (differs) return lines.filter((line) => !scrolling.test(line)).map((line) => ({ from: null, text: line }));
  return imageTable(text.split('\n'), lines, match);
}

/**
 * The chapter's lines with the head and the rows of the real table, in its order; a table that holds may leave out rows,
 * and goes on leaving out the same ones. The legend above the real one is only on a screen.
 */
function imageTable(shown: readonly string[], real: readonly string[], match: Match): readonly ResolvedLine[] | null {
  const at = (lines: readonly string[], form: RegExp) => lines.findIndex((line) => form.test(line.trim()));
  const form = imageTables.findIndex((each) => at(shown, each) >= 0);
  const other = imageTables[1 - form];
  const head = other === undefined ? -1 : at(real, other);
  if (form < 0 || head < 0) return null;
  const start = at(shown, imageTables[form] as RegExp);
  const isRow = (line: string, index: number) => index > start && imageOf(line) !== null;
  const names = new Set(shown.filter(isRow).map(imageOf));
  const rows = real
    .slice(head + 1)
    .filter((line) => imageOf(line) !== null && (match.verdict === 'mismatch' || names.has(imageOf(line))));
  const first = shown.findIndex(isRow);
  const anew = (lines: readonly (string | undefined)[]) => lines.map((line = '') => ({ from: null, text: line }));
  return shown.flatMap((line, index): readonly ResolvedLine[] => {
    if (index === start) return anew([real[head]]);
    if (index === first) return anew(rows);
    return isRow(line, index) ? [] : [{ from: index + 1, text: line }];
  });
}

/** The name of the image in a row of either table; null in another line. */
function imageOf(line: string): string | null {
  const [first = '', second = '', third] = line.trim().split(/ {2,}/);
  if (third === undefined) return null;
  return /^[0-9a-f]{12}$/.test(second) ? first : `${first}:${second}`;
}
