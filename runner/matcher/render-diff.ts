import type { DiffLine, Match } from '../core/match.ts';
import { widthOf } from './width.ts';

export interface RenderOptions {
  /** Mark what differs with terminal colours. Without it only signs are used. */
  readonly color?: boolean;
  /** Lines that hold shown before and after one that does not. All where left out. */
  readonly context?: number;
}

/**
 * The comparison as lines of text: `- ` what the chapter says, `+ ` what came, two blanks before what holds. Within a
 * changed line only the words that differ are marked.
 */
export function renderDiff(
  { diff }: Pick<Match, 'diff'>,
  { color = false, context = 3 }: RenderOptions = {},
): readonly string[] {
  const shown = near(diff, context);
  const lines: string[] = [];
  let hidden = false;
  for (const [index, line] of diff.entries()) {
    if (!shown.has(index)) {
      if (!hidden) lines.push(dim('  ⋮', color));
      hidden = true;
      continue;
    }
    hidden = false;
    lines.push(...renderLine(line, color));
  }
  return lines;
}

function near(diff: readonly DiffLine[], context: number): ReadonlySet<number> {
  const shown = new Set<number>();
  for (const [index, line] of diff.entries()) {
    if (line.op === 'same') continue;
    for (let at = index - context; at <= index + context; at += 1) shown.add(at);
  }
  return shown;
}

function renderLine(line: DiffLine, color: boolean): readonly string[] {
  switch (line.op) {
    case 'same':
      return [`  ${line.expected}`];
    case 'missing':
      return [paint(`- ${line.expected}`, red, color)];
    case 'unexpected':
      return [paint(`+ ${line.actual}`, green, color)];
    case 'changed':
      return renderChanged(line, color);
  }
}

function renderChanged(
  { expected, actual, spans }: Extract<DiffLine, { op: 'changed' }>,
  color: boolean,
): readonly string[] {
  const [left, right] = [spans.map((span) => span.expected), spans.map((span) => span.actual)];
  if (color)
    return [
      `${paint('- ', red, true)}${marked(expected, left, red)}`,
      `${paint('+ ', green, true)}${marked(actual, right, green)}`,
    ];
  const lines = [`- ${expected}`, underline(expected, left), `+ ${actual}`, underline(actual, right)];
  return lines.filter((line) => line.trim() !== '');
}

type Span = readonly [number, number];

const red = 31;
const green = 32;

function paint(text: string, code: number, color: boolean): string {
  return color ? `\u001b[${code}m${text}\u001b[39m` : text;
}

function dim(text: string, color: boolean): string {
  return color ? `\u001b[2m${text}\u001b[22m` : text;
}

/** The differing words in reverse video, so that a blank that differs is seen too. */
function marked(text: string, spans: readonly Span[], code: number): string {
  let [out, at] = ['', 0];
  for (const [start, end] of spans) {
    out += `${text.slice(at, start)}\u001b[${code};7m${text.slice(start, end)}\u001b[27;39m`;
    at = end;
  }
  return out + text.slice(at);
}

function underline(text: string, spans: readonly Span[]): string {
  let out = '  ';
  let at = 0;
  for (const [start, end] of spans) {
    out += ' '.repeat(widthOf(text.slice(at, start))) + '^'.repeat(widthOf(text.slice(start, end)));
    at = end;
  }
  return out;
}
