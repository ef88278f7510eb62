import type { DiffLine } from '../core/match.ts';
import { toldApart } from '../core/visible.ts';
import { widthOf } from '../core/width.ts';
import type { Paint } from './paint.ts';

export interface DiffOptions {
  readonly paint: Paint;
  /** Line of the chapter in which the expected output begins, from 1. */
  readonly firstLine: number;
  /** Lines that hold, shown before and after one that does not; more of them only hide it. */
  readonly context?: number;
}

/** More than this nobody reads on a terminal: of a longer comparison its beginning and its end are shown. */
const mostLines = 200;

type Span = readonly [from: number, to: number];

/**
 * The comparison as lines: `-` is the chapter's, `+` the terminal's. Within a line only what really differs is marked: in
 * reverse video where there is colour, else by `^` below it.
 */
export function renderDiff(diff: readonly DiffLine[], { paint, firstLine, context = 2 }: DiffOptions): string[] {
  const near = nearDifferences(diff, context);
  const lines: string[] = [];
  const gap = paint('dim', '        ⋮');
  for (const [index, line] of diff.entries()) {
    if (near.has(index)) lines.push(...render(line, paint, firstLine));
    else if (near.has(index - 1)) lines.push(gap);
  }
  return lines.length <= mostLines ? lines : [...lines.slice(0, mostLines / 2), gap, ...lines.slice(-mostLines / 2)];
}

function nearDifferences(diff: readonly DiffLine[], context: number): ReadonlySet<number> {
  const near = new Set<number>();
  for (const [index, { op }] of diff.entries())
    if (op !== 'same') for (let at = index - context; at <= index + context; at += 1) near.add(at);
  return near;
}

function render(line: DiffLine, paint: Paint, firstLine: number): string[] {
  const number = 'expectedLine' in line ? String(firstLine + line.expectedLine - 1).padStart(5) : '     ';
  switch (line.op) {
    case 'same':
      return [paint('dim', `${number}   ${line.expected}`)];
    case 'changed':
      return renderBoth(number, line, paint);
    case 'missing':
      return [paint('red', `${number} - ${toldApart(line.expected, '')[0]}`)];
    case 'unexpected':
      return [paint('green', `      + ${toldApart('', line.actual)[1]}`)];
  }
}

function renderBoth(number: string, line: Extract<DiffLine, { op: 'changed' }>, paint: Paint): string[] {
  const [expected, actual] = toldApart(line.expected, line.actual);
  // Where a character is told by its code, places within the line are others.
  const spans = expected === line.expected && actual === line.actual ? line.spans : [];
  return [
    ...renderSide(`${number} -`, expected, { paint, format: 'red', spans: spans.map((span) => span.expected) }),
    ...renderSide('      +', actual, { paint, format: 'green', spans: spans.map((span) => span.actual) }),
  ];
}

interface Marking {
  readonly paint: Paint;
  readonly format: 'red' | 'green';
  readonly spans: readonly Span[];
}

function renderSide(sign: string, text: string, { paint, format, spans }: Marking): string[] {
  const hasColour = paint(format, text) !== text;
  if (hasColour) return [`${paint(format, sign)} ${inverted(text, spans, paint)}`];
  const marks = underlined(text, spans);
  return marks === '' ? [`${sign} ${text}`] : [`${sign} ${text}`, `${' '.repeat(sign.length)} ${marks}`];
}

function inverted(text: string, spans: readonly Span[], paint: Paint): string {
  let [marked, at] = ['', 0];
  for (const [start, end] of spans) {
    marked += text.slice(at, start) + (end > start ? paint('inverse', text.slice(start, end)) : '');
    at = end;
  }
  return marked + text.slice(at);
}

/** Korean characters are two columns wide. A line that differs as a whole needs no marks. */
function underlined(text: string, spans: readonly Span[]): string {
  if (spans.some(([start, end]) => start === 0 && end === text.length)) return '';
  let [marks, at] = ['', 0];
  for (const [start, end] of spans) {
    marks += ' '.repeat(widthOf(text.slice(at, start))) + '^'.repeat(widthOf(text.slice(start, end)));
    at = end;
  }
  return marks.trimEnd();
}
