import type { Chapter } from '../core/chapter.ts';
import type { Range } from '../core/source.ts';

/** Where the inline code of the prose stands, its back-ticks not included. */
export function inlineCode({ prose, source }: Pick<Chapter, 'prose' | 'source'>): Range[] {
  const seen = new Set<number>();
  return prose.flatMap(({ range }) => {
    const text = source.slice(range.start, range.end);
    return [...text.matchAll(/(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)/gs)].flatMap(
      ({ index, 1: ticks = '', 2: code = '' }) => {
        const start = range.start + index + ticks.length;
        if (seen.has(start)) return [];
        seen.add(start);
        return [{ start, end: start + code.length }];
      },
    );
  });
}
