import type { Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfm } from 'micromark-extension-gfm';
import type { Prose } from '../core/chapter.ts';
import type { Range } from '../core/source.ts';
import { flatten } from './flatten.ts';

/** What CommonMark finds once the code blocks are taken out. Offsets are into the source, a BOM included. */
export interface Outline {
  /** Headings and other prose in order; `section` is not decided yet. */
  readonly prose: readonly (Omit<Prose, 'section'> & { readonly depth: number })[];
  /** Blocks indented by four columns. */
  readonly indented: readonly Range[];
  /** Lists and quotes, for what a block stands in. */
  readonly containers: readonly (Range & { readonly kind: 'list' | 'quote' })[];
  /** Inline code, with where it stands. */
  readonly inlineCode: readonly Range[];
}

/** Reads what is left of a document after its code blocks were blanked out. */
export function readOutline(rest: string, bom: number): Outline {
  const root = markdownTree(rest);
  const outline = { prose: [], indented: [], containers: [], inlineCode: [] } as Mutable;
  visit(root, { outline, bom, inItem: false, before: null });
  return outline;
}

/** The syntax tree of a Markdown text: CommonMark, GitHub's extensions, front matter. */
export function markdownTree(text: string): Root {
  return fromMarkdown(text, {
    extensions: [gfm(), frontmatter(['yaml'])],
    mdastExtensions: [gfmFromMarkdown(), frontmatterFromMarkdown(['yaml'])],
  });
}

type Mutable = { -readonly [Key in keyof Outline]: Outline[Key][number][] };

interface Walk {
  readonly outline: Mutable;
  readonly bom: number;
  readonly inItem: boolean;
  /** The node before this one, for what it announces. */
  readonly before: Nodes | null;
}

function visit(node: Nodes, walk: Walk): void {
  const { outline, bom, inItem } = walk;
  const range = { start: (node.position?.start.offset ?? 0) + bom, end: (node.position?.end.offset ?? 0) + bom };
  const add = (kind: Prose['kind'], depth = 0) =>
    outline.prose.push({ kind, depth, range, line: node.position?.start.line ?? 1, text: flatten(node).trim() });
  switch (node.type) {
    case 'heading':
      add('heading', node.depth);
      inline(node, walk);
      return;
    case 'paragraph':
      add(inItem ? 'item' : 'paragraph');
      inline(node, walk);
      return;
    case 'table':
      add('table');
      inline(node, walk);
      return;
    case 'html':
      add('html');
      return;
    case 'code':
      if (announcesContent(walk.before)) add('paragraph');
      else outline.indented.push(range);
      return;
    case 'list':
      outline.containers.push({ ...range, kind: 'list' });
      break;
    case 'blockquote':
      outline.containers.push({ ...range, kind: 'quote' });
      break;
    default:
  }
  if (!('children' in node)) return;
  let before: Nodes | null = null;
  for (const child of node.children) {
    visit(child, { ...walk, inItem: inItem || node.type === 'listItem', before });
    before = child;
  }
}

function inline(node: Nodes, walk: Walk): void {
  if (node.type === 'inlineCode') {
    const [start, end] = [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];
    walk.outline.inlineCode.push({ start: start + walk.bom, end: end + walk.bom });
  }
  if ('children' in node) for (const child of node.children) inline(child, walk);
}

/**
 * MkDocs moves the content of `=== "Linux"` and `!!! note` in by four columns: that is prose, not code. What stands directly
 * below the marker goes on with its paragraph.
 */
function announcesContent(before: Nodes | null): boolean {
  return before?.type === 'paragraph' && /^(?:={3}|!{3}|\?{3})\+? /m.test(flatten(before));
}
