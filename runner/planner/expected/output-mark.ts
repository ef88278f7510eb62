import { isOf, printersOf } from '../../command/index.ts';
import type { SourceLine } from '../../core/source.ts';

/** What authors put before what a command prints. BuildKit's own arrow stands before a step. */
const mark = /^\s*(?:(?:>{1,2}|[-=]{1,4}>|[→⇒])[ \t]+|>(?=\w))(?!\[|=>|CACHED\b|ERROR\b)/u;

/** Programs with such marks of their own. */
const own = ['diff', 'git', 'npm', 'npx', 'pnpm', 'yarn'] as const;

/**
 * Printed lines without the mark that an author puts before each of them, or before the first with the others moved in
 * below it: `>> ready`. A mark before some of them is printed.
 *
 * @param command what prints them
 */
export function withoutOutputMark(lines: readonly SourceLine[], command: string): readonly SourceLine[] {
  const [first, ...others] = lines;
  const found = mark.exec(first?.text ?? '')?.[0];
  if (first === undefined || found === undefined || isOf(printersOf(command), ...own)) return lines;
  const filled = others.filter(({ text }) => text.trim() !== '');
  const marks = [first, ...filled].map(({ text }) => mark.exec(text)?.[0].length ?? 0);
  const each = marks.every((length) => length > 0);
  const movedIn = filled.every(({ text }) => text.slice(0, found.length).trim() === '');
  if (!each && !movedIn) return lines;
  // Numbers that stand below each other keep their columns.
  const length = each ? Math.min(...marks) : found.length;
  return lines.map((line) => cut(line, Math.min(line.text.length, length)));
}

function cut(line: SourceLine, length: number): SourceLine {
  return { ...line, text: line.text.slice(length), range: { start: line.range.start + length, end: line.range.end } };
}
