import type { DiffLine } from '../core/match.ts';
import type { Paint } from './paint.ts';

/** Lines that hold around a difference; more of them only hide it. */
const context = 2;

/**
 * The comparison as lines: `-` is the chapter's, `+` the terminal's, only real differences are marked.
 *
 * @param firstLine line of the chapter in which the expected output begins
 */
export function renderDiff(
  diff: readonly DiffLine[],
  { paint, firstLine }: { paint: Paint; firstLine: number },
): string[] {
  const near = diff.map((_, index) =>
    diff.slice(Math.max(0, index - context), index + context + 1).some(({ op }) => op !== 'same'),
  );
  const lines: string[] = [];
  for (const [index, line] of diff.entries()) {
    if (near[index]) lines.push(...render(line, paint, firstLine));
    else if (near[index - 1]) lines.push(paint('dim', '        ⋮'));
  }
  return lines;
}

function render(line: DiffLine, paint: Paint, firstLine: number): string[] {
  const number = 'expectedLine' in line ? String(firstLine + line.expectedLine - 1).padStart(5) : '     ';
  switch (line.op) {
    case 'same':
      return [paint('dim', `${number}   ${line.expected}`)];
    case 'changed': {
      const mark = (text: string, side: 'expected' | 'actual') =>
        markSpans(
          text,
          line.spans.map((span) => span[side]),
          paint,
        );
      return [
        `${paint('red', `${number} -`)} ${mark(line.expected, 'expected')}`,
        `${paint('green', '      +')} ${mark(line.actual, 'actual')}`,
      ];
    }
    case 'missing':
      return [paint('red', `${number} - ${line.expected}`)];
    case 'unexpected':
      return [paint('green', `      + ${line.actual}`)];
  }
}

function markSpans(text: string, spans: readonly (readonly [number, number])[], paint: Paint): string {
  let marked = '';
  let at = 0;
  for (const [start, end] of spans) {
    marked += text.slice(at, start) + (end > start ? paint('inverse', text.slice(start, end)) : '');
    at = end;
  }
  return marked + text.slice(at);
}
