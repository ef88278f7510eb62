import type { Chapter } from '../core/chapter.ts';
import { message } from '../core/message.ts';
import { readAnnotations } from './annotations.ts';
import { readBlocks } from './blocks.ts';
import { carve } from './carve.ts';
import { withSelections } from './editor-buttons.ts';
import { readFrontMatter } from './front-matter.ts';
import { indexAt, splitLines } from './lines.ts';
import { readOutline } from './markdown.ts';
import { readSections } from './sections.ts';

export { stripTags } from './flatten.ts';
export { markdownTree } from './markdown.ts';

/** How a chapter is called: its short name, and its path as the user or the configuration gave it. */
export interface ChapterName {
  readonly id: string;
  readonly path: string;
}

/**
 * Reads one Markdown document. Nothing is decided about what its blocks mean, and nothing of the source is lost:
 * every offset is into `source` as given (BOM, CRLF and NUL included).
 *
 * Never throws for what stands in the document: broken annotations and front matter are messages of the chapter.
 */
export function parseChapter(source: string, { id, path }: ChapterName): Chapter {
  const lines = splitLines(source);
  const page = { source, lines };
  const front = readFrontMatter(source, lines, path);
  const carved = carve(page, front.next);
  const outline = readOutline(carved.rest, source.startsWith('\uFEFF') ? 1 : 0);
  const marked = readSections(outline.prose);
  const found = withSelections(readBlocks(page, carved.blocks, outline, marked));
  const { blocks, annotations, messages } = readAnnotations(page, carved.comments, found, path);
  const prose = outline.prose.map(({ depth: _, ...piece }) => ({
    ...piece,
    section: indexAt(marked, piece.range.start),
  }));
  const sections = marked.map(({ start: _, ...section }) => section);
  const unclosed = blocks
    .filter(({ closed }) => !closed)
    .map(({ line }) => message('fence-unclosed', {}, { path, line, column: 1 }, 'warning'));
  return {
    id,
    path,
    title: titleOf(front.values, sections, id),
    source,
    frontMatter: front.values,
    sections,
    blocks,
    prose,
    annotations,
    messages: [...front.messages, ...messages, ...unclosed],
  };
}

function titleOf(values: Readonly<Record<string, unknown>>, sections: Chapter['sections'], id: string): string {
  const given = values.title;
  if (typeof given === 'string' && given.trim() !== '') return given;
  return sections.find(({ depth }) => depth === 1)?.title ?? sections.find(({ depth }) => depth > 0)?.title ?? id;
}
