import type { Block } from '../core/chapter.ts';
import type { Range } from '../core/source.ts';
import type { Edit } from './change.ts';
import { lineEnd, lineStart } from './line-place.ts';
import { splice } from './splice.ts';

/** Longer fences for blocks into which an edit writes a line that would close them. */
export function fenceEdits(blocks: readonly Block[], edits: readonly Edit[], source: string): Edit[] {
  return blocks.flatMap((block) => {
    const inside = edits.filter(({ range }) => range.start >= block.range.start && range.end <= block.range.end);
    return inside.length === 0 || block.form !== 'fence' ? [] : grownFence(block, inside, source);
  });
}

function grownFence({ range, closed }: Block, edits: readonly Edit[], source: string): Edit[] {
  const from = lineEnd(range.start, source);
  const open = /(`{3,}|~{3,})/.exec(source.slice(range.start, from));
  const [mark = ''] = open ?? [];
  const to = closed ? Math.max(from, lineStart(range.end - 1, source)) : range.end;
  const longest = longestRun(spliceWithin({ start: from, end: to }, edits, source), mark.charAt(0));
  if (!open || longest < mark.length) return [];
  const more = mark.charAt(0).repeat(longest + 1 - mark.length);
  const edit = (offset: number): Edit => ({ range: { start: offset, end: offset }, text: more });
  const opening = edit(range.start + open.index + mark.length);
  const closing = source.slice(to, range.end).search(/`{3,}|~{3,}/);
  return closed && closing >= 0 ? [opening, edit(to + closing)] : [opening];
}

/** The content of a block with the edits made. */
function spliceWithin({ start, end }: Range, edits: readonly Edit[], source: string): string {
  const inside = edits.filter(({ range }) => range.start >= start && range.end <= end);
  const moved = inside.map(({ range, text }) => ({
    text,
    range: { start: range.start - start, end: range.end - start },
  }));
  return splice(source.slice(start, end), moved);
}

/** The longest run of the fence's character at the beginning of a line. */
function longestRun(content: string, char: string): number {
  if (char === '') return 0;
  const runs = content.matchAll(new RegExp(`^[\\t >]*(\\${char}{3,})`, 'gm'));
  return Math.max(0, ...[...runs].map(([, run = '']) => run.length));
}
