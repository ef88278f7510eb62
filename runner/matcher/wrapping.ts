import { widthOf } from '../core/width.ts';
import { readHeader } from './tables/read-header.ts';

/** Narrower than this nobody's terminal is. */
const narrowest = 40;
/** Widths of terminals, besides multiples of ten. */
const usual = new Set([72, 76, 78, 79, 96, 132, 143, 144, 158, 168, 178, 189, 204, 211, 212, 213, 237, 238]);

/**
 * The lines as they were before a terminal broke them at its width; null where nothing looks broken. A line that fills
 * the width goes on in the next one.
 */
export function unwrapped(lines: readonly string[]): readonly string[] | null {
  const widths = lines.map(widthOf);
  const width = Math.max(...widths, 0);
  if (width < narrowest || !(usual.has(width) || width % 10 === 0)) return null;
  const joined: string[] = [];
  const table = lines.some((line, index) => widths[index] === width && isHalfHeader(line, lines[index + 1]));
  let goesOn = false;
  for (const [index, line] of lines.entries()) {
    const last = joined.length - 1;
    if (goesOn) joined[last] = `${joined[last] ?? ''}${line}`;
    else joined.push(line);
    goesOn =
      (widths[index] === width && (table || !isWholeRow(line, lines[index + 1])) && !selfCut.test(line)) ||
      breaksHeader(line, lines[index + 1], width);
    if (goesOn && (widths[index] ?? 0) < width) joined[joined.length - 1] = (joined.at(-1) ?? '').padEnd(width);
  }
  return joined.length < lines.length ? joined : null;
}

/** BuildKit and compose cut and pad the lines of their displays at the terminal's width themselves. */
const selfCut = /^\s*(?:=> |\[\+\] |[✔✓✘⠿⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏] )/;

/** A header that goes on in the next line: then the rows do too. */
function isHalfHeader(line: string, next: string | undefined): boolean {
  const known = (text: string) => readHeader(text)?.filter((heading) => heading.column !== null).length ?? 0;
  return next !== undefined && known(line) >= 2 && known(`${line}${next}`) > known(line);
}

/** A header whose last heading stands on the next line; the blanks at the end were lost in copying. */
function breaksHeader(line: string, next: string | undefined, width: number): boolean {
  if (next === undefined || !/^\s+[A-Z]+\s*$/.test(next) || readHeader(line) === null) return false;
  return widthOf(line) < width;
}

/** Two rows of one table that happen to be as wide as the terminal are not one. */
function isWholeRow(line: string, next: string | undefined): boolean {
  return (
    next === undefined || (/^\S/.test(line) && /^\S.{30}/.test(next) && /\s{2}/.test(line) && /\s{2}/.test(next.trim()))
  );
}
