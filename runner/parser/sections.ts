import type { Section } from '../core/chapter.ts';
import type { Outline } from './markdown.ts';

/** The sections of a chapter; index 0 stands before the first heading. */
export function readSections(prose: Outline['prose']): readonly (Section & { readonly start: number })[] {
  const sections = [{ index: 0, depth: 0, title: '', slug: '', line: 1, parent: null as number | null, start: 0 }];
  const slugs = new Map<string, number>();
  const open: { index: number; depth: number }[] = [];
  for (const { kind, depth, text, line, range } of prose) {
    if (kind !== 'heading') continue;
    while ((open.at(-1)?.depth ?? 0) >= depth) open.pop();
    const index = sections.length;
    const title = text.replaceAll('`', '');
    const parent = open.at(-1)?.index ?? null;
    sections.push({ index, depth, title, slug: slugOf(title, slugs), line, parent, start: range.start });
    open.push({ index, depth });
  }
  return sections;
}

/** GitHub's anchor: lower case, punctuation dropped, blanks as hyphens, a number for the second of its name. */
function slugOf(title: string, seen: Map<string, number>): string {
  const slug = title
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .replaceAll(' ', '-');
  const count = seen.get(slug) ?? 0;
  seen.set(slug, count + 1);
  return count === 0 ? slug : `${slug}-${count}`;
}
