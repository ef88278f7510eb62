import { effectsOf } from '../../command/index.ts';
import type { Chapter } from '../../core/chapter.ts';
import type { Expected } from '../../core/plan.ts';
import type { SourceLine } from '../../core/source.ts';
import type { View } from '../blocks/view.ts';

/** A row of a Markdown table: its cells, and where it stands. */
interface Row {
  readonly cells: readonly string[];
  readonly start: number;
  readonly end: number;
  readonly line: number;
}

/**
 * The output that an author shows as a Markdown table below a command's block. Only a table with the command's own
 * kind of heading is one: capitals, as Docker prints them. Its lines are given as Docker would print them, aligned.
 */
export function tableAfter(chapter: Chapter, { block, proseBelow }: View, command: string): Expected | null {
  if (effectsOf(command).output?.form !== 'table') return null;
  const next = chapter.blocks[block.index + 1]?.range.start ?? chapter.source.length;
  const between = chapter.prose.slice(proseBelow, proseBelow + 2).filter(({ range }) => range.end <= next);
  const table = between.find(({ kind }) => kind === 'table');
  if (!table || between.some(({ kind }) => kind === 'heading')) return null;
  const rows = rowsOf(chapter.source, table.range.start, table.range.end, table.line);
  const [header] = rows;
  if (!header || header.cells.length < 2 || !header.cells.every((cell) => /^[A-Z][A-Z ]+$/.test(cell))) return null;
  const lines = aligned(rows);
  const text = lines.map((line) => line.text).join('\n');
  return { form: 'table', lines, text, line: header.line, partial: false, block: block.index };
}

function rowsOf(source: string, from: number, to: number, firstLine: number): Row[] {
  const rows: Row[] = [];
  let at = from;
  for (const [index, text] of source.slice(from, to).split('\n').entries()) {
    const inner = /^\s*\|(.*)\|\s*$/.exec(text)?.[1];
    const cells = inner?.split('|').map((cell) => cell.trim().replace(/^`(.*)`$/, '$1'));
    const rule = cells?.every((cell) => /^:?-+:?$/.test(cell)) ?? true;
    if (cells && !rule) rows.push({ cells, start: at, end: at + text.trimEnd().length, line: firstLine + index });
    at += text.length + 1;
  }
  return rows;
}

/** Columns as wide as their widest cell and three blanks apart, as Docker's tables are. */
function aligned(rows: readonly Row[]): SourceLine[] {
  const widths = (rows[0]?.cells ?? []).map((_, column) =>
    Math.max(...rows.map(({ cells }) => cells[column]?.length ?? 0)),
  );
  return rows.map(({ cells, start, end, line }) => ({
    text: widths
      .map((width, column) => (cells[column] ?? '').padEnd(width))
      .join('   ')
      .trimEnd(),
    range: { start, end },
    line,
  }));
}
