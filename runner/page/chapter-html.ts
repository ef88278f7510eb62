import { randomBytes } from 'node:crypto';
import type { Element, ElementContent, Root, RootContent } from 'hast';
import type { Root as MarkdownRoot } from 'mdast';
import rehypeRaw from 'rehype-raw';
import rehypeSanitize, { defaultSchema } from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import type { Block, Chapter } from '../core/chapter.ts';
import { markAlerts } from './alerts.ts';
import { highlighted } from './highlight.ts';

export interface ChapterHtmlOptions {
  /** Blocks that are drawn by the page: an empty element with `data-block` stands in their place. */
  readonly drawn: ReadonlySet<number>;
  /** Address of a picture of the chapter's repository; null where it is told by its text. */
  readonly pictureOf: (name: string) => string | null;
  /** What the names of its headings begin with. */
  readonly prefix: string;
  /** The reader of Markdown, from outside: the command line has it, and it is warm there. */
  readonly markdownTree: (text: string) => MarkdownRoot;
}

/**
 * A chapter's text as HTML that does nothing: no scripts, styles, forms or frames, no event attributes, links of known
 * kinds only, and no picture of another host. Headings are named by their section, code blocks are read as the planner
 * reads them.
 */
export function chapterHtml(chapter: Chapter, options: ChapterHtmlOptions): string {
  // Nobody can know it beforehand: an element that the chapter writes itself is never taken for one of ours.
  const mark = `block-${randomBytes(9).toString('hex')}-`;
  const bom = chapter.source.startsWith('\uFEFF') ? 1 : 0;
  const tree = options.markdownTree(withPlaces(chapter, mark).slice(bom));
  markAlerts(tree);
  nameHeadings(tree, chapter);
  const processor = unified()
    .use(remarkRehype, { allowDangerousHtml: true, clobberPrefix: '' })
    .use(rehypeRaw)
    .use(rehypeSanitize, schemaWith(mark, options.prefix))
    .use(rehypeStringify);
  const html = processor.runSync(tree);
  finish(html, { ...options, chapter, mark });
  return processor.stringify(html);
}

interface Finishing extends ChapterHtmlOptions {
  readonly chapter: Chapter;
  readonly mark: string;
}

/**
 * Each code block is an element of its own; its lines stay lines, so that what follows is read as before. A command in
 * the running text stays there, without the mark that makes it a button.
 */
function withPlaces({ source, blocks }: Chapter, mark: string): string {
  let [rest, at] = ['', 0];
  for (const { index, range, form } of blocks) {
    if (range.start < at) continue;
    if (form === 'inline') {
      const text = source.slice(range.start, range.end).replace(/\{\{[^}]*\}\}$/, '');
      rest += `${source.slice(at, range.start)}${text}<span class="${mark}${index}"></span>`;
      at = range.end;
      continue;
    }
    // Marks of a quote and the indentation of a list keep what follows inside them.
    const [, ...further] = source.slice(range.start, range.end).split('\n');
    const kept = further.map((line) => `\n${/^[ \t>]*/.exec(line)?.[0] ?? ''}`);
    rest += `${source.slice(at, range.start)}<div class="${mark}${index}"></div>${kept.join('')}`;
    at = range.end;
  }
  return rest + source.slice(at);
}

function schemaWith(mark: string, prefix: string) {
  const { attributes, tagNames } = defaultSchema;
  return {
    ...defaultSchema,
    // Names that the chapter gives are told apart from the page's own.
    clobberPrefix: prefix,
    // Of several sources a browser would ask one without asking us.
    tagNames: (tagNames ?? []).filter((name) => name !== 'source' && name !== 'picture'),
    attributes: {
      ...attributes,
      div: [
        ...(attributes?.div ?? []),
        ['className', /^alert(?:-\w+)?$/, new RegExp(`^${mark}\\d+$`)] as [string, ...RegExp[]],
      ],
      span: [...(attributes?.span ?? []), ['className', new RegExp(`^${mark}\\d+$`)] as [string, RegExp]],
      p: [...(attributes?.p ?? []), ['className', 'alert-title'] as [string, string]],
    },
  };
}

/** A heading is found by its section: GitHub's anchor. */
function nameHeadings(tree: MarkdownRoot, { sections }: Chapter): void {
  const slugs = new Map(sections.map(({ line, slug }) => [line, slug]));
  for (const node of tree.children) {
    const slug = node.type === 'heading' ? slugs.get(node.position?.start.line ?? 0) : undefined;
    if (node.type === 'heading' && slug !== undefined) node.data = { hProperties: { id: slug } };
  }
}

function finish(parent: Root | Element, options: Finishing): void {
  parent.children = (parent.children as ElementContent[]).flatMap((node): ElementContent[] => {
    if (node.type !== 'element') return [node];
    const block = blockOf(node, options);
    if (block !== undefined)
      return block.form === 'inline' && !options.drawn.has(block.index) ? [] : [placeOf(block, options)];
    finish(node, options);
    // A paragraph holds no block: what it has a button for stands below it.
    if (node.tagName === 'p') return [node, ...placesWithin(node)];
    if (node.tagName === 'img') return [shownPicture(node, options)];
    if (node.tagName === 'a') return [shownLink(node, options)];
    return [node];
  }) as RootContent[] & ElementContent[];
}

/** Takes the places of blocks out of a text. */
function placesWithin(text: Element): ElementContent[] {
  const isPlace = (node: ElementContent) => node.type === 'element' && 'data-block' in node.properties;
  const within = text.children.flatMap((node) => (node.type === 'element' && !isPlace(node) ? placesWithin(node) : []));
  const own = text.children.filter(isPlace);
  text.children = text.children.filter((node) => !isPlace(node));
  return [...own, ...within];
}

function blockOf({ properties }: Element, { chapter, mark }: Finishing): Block | undefined {
  const names = Array.isArray(properties.className) ? properties.className : [];
  const name = names.find((one) => String(one).startsWith(mark));
  return name === undefined ? undefined : chapter.blocks[Number(String(name).slice(mark.length))];
}

/** The place of a block that the page draws; any other as it stands. */
function placeOf({ index, lang, lines }: Block, { drawn }: Finishing): ElementContent {
  if (drawn.has(index)) return { type: 'element', tagName: 'div', properties: { 'data-block': index }, children: [] };
  const code = lines.map(({ text }) => text).join('\n');
  const children = highlighted(code, lang);
  const shown: Element = {
    type: 'element',
    tagName: 'pre',
    properties: { tabIndex: 0, ...(lang === null ? {} : { 'data-lang': lang }) },
    children: [{ type: 'element', tagName: 'code', properties: {}, children }],
  };
  return lang?.toLowerCase() === 'mermaid' ? diagram(shown, code) : shown;
}

/** A diagram is its source, until somebody draws it; below it stands the title that it gives itself. */
function diagram(source: Element, code: string): Element {
  const [, title] = /^\s*(?:accTitle\s*:|title\b:?)\s*(.+)$/m.exec(code) ?? [];
  const text = (value: string): ElementContent => ({ type: 'text', value });
  const caption: Element = { type: 'element', tagName: 'figcaption', properties: {}, children: [text(title ?? '')] };
  const children = title === undefined ? [source] : [source, caption];
  return { type: 'element', tagName: 'figure', properties: { className: ['diagram'] }, children };
}

/** Pictures of the repository are shown; another host is asked for nothing, a reader may follow the link. */
function shownPicture(image: Element, options: Finishing): Element {
  const src = String(image.properties.src ?? '');
  const alt = String(image.properties.alt ?? '') || src;
  const children: ElementContent[] = [{ type: 'text', value: alt }];
  if (isElsewhere(src))
    return shownLink(
      { type: 'element', tagName: 'a', properties: { href: src, className: ['picture'] }, children },
      options,
    );
  const address = src === '' ? null : options.pictureOf(src.replace(/[?#].*$/, ''));
  if (address === null) return { type: 'element', tagName: 'em', properties: {}, children };
  return { ...image, properties: { ...image.properties, src: address, alt, loading: 'lazy' } };
}

/** Links lead to another window, or to a heading of this page; other pages of the repository are not served. */
function shownLink(link: Element, { prefix }: Finishing): Element {
  const href = String(link.properties.href ?? '');
  if (href.startsWith('#')) return { ...link, properties: { ...link.properties, href: `#${prefix}${href.slice(1)}` } };
  if (isElsewhere(href))
    return { ...link, properties: { ...link.properties, target: '_blank', rel: ['noopener', 'noreferrer'] } };
  const { href: _, ...rest } = link.properties;
  return { ...link, tagName: 'span', properties: { ...rest, ...(href === '' ? {} : { title: href }) } };
}

function isElsewhere(address: string): boolean {
  return /^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(address);
}
