import type { Chapter } from '../core/chapter.ts';
import { inlineCodeIn } from '../core/inline-code.ts';
import type { Range } from '../core/source.ts';

/** Where the inline code of the prose stands, its back-ticks not included. */
export function inlineCode({ prose, source }: Pick<Chapter, 'prose' | 'source'>): Range[] {
  const seen = new Set<number>();
  return prose.flatMap(({ range }) => {
    const text = source.slice(range.start, range.end);
    return inlineCodeIn(text).flatMap((code) => {
      const start = range.start + code.start;
      if (seen.has(start)) return [];
      seen.add(start);
      return [{ start, end: start + code.text.length }];
    });
  });
}
