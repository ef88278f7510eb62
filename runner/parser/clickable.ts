import type { SourceLine } from '../core/source.ts';

/**
 * The lines of an Educates block that a click types: those of the value of its key `command`
 * (docs.educates.dev, clickable actions). Other blocks are given as they are.
 */
export function clickedLines(lang: string | null, lines: readonly SourceLine[]): readonly SourceLine[] {
  if (!/^terminal:execute(?:-all)?$/.test(lang ?? '')) return lines;
  const at = lines.findIndex(({ text }) => /^command:/.test(text));
  const key = lines[at];
  if (key === undefined) return lines;
  const lead = /^command:\s*/.exec(key.text)?.[0].length ?? 0;
  if (!/^[|>][-+]?\s*$/.test(key.text.slice(lead))) return [cut(key, lead)];
  const end = lines.findIndex(({ text }, index) => index > at && /^\S/.test(text));
  const value = lines.slice(at + 1, end < 0 ? undefined : end);
  const indent = Math.min(...value.filter(({ text }) => text.trim() !== '').map(({ text }) => text.search(/\S/)));
  return value.map((line) => cut(line, Math.min(indent, line.text.length)));
}

function cut(line: SourceLine, columns: number): SourceLine {
  return { ...line, text: line.text.slice(columns), range: { ...line.range, start: line.range.start + columns } };
}
