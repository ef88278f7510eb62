import type { List, Nodes, PhrasingContent, Root, Table } from 'mdast';
import { fillVariables, type Values } from '../command/index.ts';
import type { Chapter } from '../core/chapter.ts';
import { type Locale, wording } from '../core/message.ts';
import type { Range } from '../core/source.ts';
import { widthOf } from '../core/width.ts';
import { markdownTree, stripTags } from '../parser/index.ts';
import { tableLines } from './table.ts';
import { type Format, harmless, inMargin, type Margin, type Span, type Surface } from './wrap.ts';

/** How a text is shown. */
export interface PageOptions extends Surface {
  readonly locale: Locale;
  /** Whether the terminal has links of its own: then they need no notes. */
  readonly links?: boolean;
}

/** Something that stands by itself on the page: a paragraph, a heading, a code block. */
interface Piece {
  /** Where it begins in the chapter. */
  readonly at: number;
  /** Whether an empty line sets it off from what stands before. */
  readonly apart: boolean;
  render(options: PageOptions): readonly string[];
}

const noMargin: Margin = { first: '', rest: '' };
const alerts = ['NOTE', 'TIP', 'IMPORTANT', 'WARNING', 'CAUTION'];
const alertColours: readonly Format[] = ['blue', 'green', 'magenta', 'yellow', 'red'];

/** A chapter's text as a terminal shows it, piece by piece. */
export class ChapterPage {
  readonly #pieces: readonly Piece[];

  /**
   * @param left blocks that are shown elsewhere: those with steps
   * @param values of variables, as the learner gave them
   */
  constructor(chapter: Pick<Chapter, 'source' | 'blocks'>, left: ReadonlySet<number>, values: Values = new Map()) {
    const bom = chapter.source.startsWith('\uFEFF') ? 1 : 0;
    const tree = markdownTree(withoutQuestions(withoutBlocks(chapter)).slice(bom));
    fillTexts(tree, values);
    const prose = new Reader(bom).pieces(tree);
    const blocks = chapter.blocks
      .filter(({ index, form }) => form !== 'inline' && !left.has(index))
      .map(
        (block): Piece => ({
          at: block.range.start,
          apart: true,
          render: (options) => codeLines(block, values, options),
        }),
      );
    this.#pieces = [...prose, ...blocks].sort((a, b) => a.at - b.at);
  }

  /** Lines of what begins in a range of the chapter, without empty lines around them. */
  render({ start, end }: Range, options: PageOptions): readonly string[] {
    const lines: string[] = [];
    for (const piece of this.#pieces) {
      if (piece.at < start || piece.at >= end) continue;
      const own = piece.render(options);
      if (own.length === 0) continue;
      if (piece.apart && lines.length > 0) lines.push('');
      lines.push(...own);
    }
    return lines;
  }
}

/** A text that holds prose alone. */
export function openingPage(source: string): ChapterPage {
  return new ChapterPage({ source, blocks: [] }, new Set());
}

/** Code blocks are shown by the chapter's own reading of them, which knows marks that Markdown does not. */
function withoutBlocks({ source, blocks }: Pick<Chapter, 'source' | 'blocks'>): string {
  let [rest, at] = ['', 0];
  for (const { range, form } of blocks) {
    if (form === 'inline' || range.start < at) continue;
    rest += source.slice(at, range.start) + source.slice(range.start, range.end).replace(/[^\n]/g, ' ');
    at = range.end;
  }
  return rest + source.slice(at);
}

function codeLines(
  { lines }: Chapter['blocks'][number],
  values: Values,
  { paint, plain }: PageOptions,
): readonly string[] {
  const bar = plain ? ' ' : paint('dim', '│');
  return lines.map(({ text }) => `  ${bar} ${harmless(fillVariables(text, values))}`);
}

/** What a course asks for has been asked before its page is shown. */
function withoutQuestions(source: string): string {
  return source.replace(/^[ \t>]*::variable(?:Definition|SetButton)\[.*$/gm, (line) => ' '.repeat(line.length));
}

function fillTexts(node: Nodes, values: Values): void {
  if ('value' in node) node.value = fillVariables(node.value, values);
  if ('children' in node) for (const child of node.children) fillTexts(child, values);
}

/** Makes pieces of a syntax tree. */
class Reader {
  readonly #bom: number;
  readonly #pieces: Piece[] = [];
  readonly #definitions = new Map<string, string>();

  constructor(bom: number) {
    this.#bom = bom;
  }

  pieces(root: Root): readonly Piece[] {
    for (const node of root.children) if (node.type === 'definition') this.#definitions.set(node.identifier, node.url);
    for (const node of root.children) this.#read(node, noMargin, true);
    return this.#pieces;
  }

  #read(node: Nodes, margin: Margin, apart: boolean): void {
    switch (node.type) {
      case 'heading':
        this.#text(node, node.children, margin, apart, node.depth < 3 ? ['bold', 'underline'] : 'bold');
        break;
      case 'paragraph':
        this.#text(node, node.children, margin, apart);
        break;
      case 'html': {
        const text = stripTags(node.value);
        if (text !== '') this.#add(node, apart, (options) => inMargin([{ text, format: null }], margin, options));
        break;
      }
      case 'thematicBreak':
        this.#add(node, apart, ({ columns, paint, plain }) =>
          plain ? [] : [paint('dim', '─'.repeat(Math.min(columns, 40)))],
        );
        break;
      case 'table':
        this.#add(node, apart, (options) => this.#tableLines(node, margin, options));
        break;
      case 'blockquote':
        this.#quote(node, margin, apart);
        break;
      case 'list':
        this.#list(node, margin, apart);
        break;
      default:
        if (node.type !== 'yaml' && 'children' in node)
          for (const child of node.children) this.#read(child, margin, apart);
    }
  }

  #list({ start, ordered, spread, children }: List, { first, rest }: Margin, apart: boolean): void {
    for (const [index, item] of children.entries()) {
      const box = item.checked == null ? '• ' : item.checked ? '☑ ' : '☐ ';
      const sign = ordered ? `${(start ?? 1) + index}. ` : box;
      const below = rest + ' '.repeat(widthOf(sign));
      for (const [at, child] of item.children.entries()) {
        const margin =
          at === 0 ? { first: (index === 0 ? first : rest) + sign, rest: below } : { first: below, rest: below };
        this.#read(child, margin, at === 0 ? apart && (index === 0 || spread === true) : item.spread === true);
      }
    }
  }

  #quote(node: Extract<Nodes, { type: 'blockquote' }>, margin: Margin, apart: boolean): void {
    const bar: Margin = { first: `${margin.first}│ `, rest: `${margin.rest}│ ` };
    const [opening, ...others] = node.children;
    const text = opening?.type === 'paragraph' ? opening.children[0] : undefined;
    const alert = text?.type === 'text' ? alerts.findIndex((name) => text.value.startsWith(`[!${name}]`)) : -1;
    if (opening?.type !== 'paragraph' || text?.type !== 'text' || alert === -1) {
      for (const [at, child] of node.children.entries()) this.#read(child, bar, apart || at > 0);
      return;
    }
    const name = alerts[alert] ?? '';
    const label: Span = { text: `${name}: `, format: ['bold', alertColours[alert] ?? 'blue'].flat() as Format };
    const rest = { ...text, value: text.value.slice(name.length + 3).trimStart() };
    const content = [rest, ...opening.children.slice(1)];
    this.#add(node, apart, (options) => inMargin([label, ...this.#spans(content, null, options, [])], bar, options));
    for (const child of others) this.#read(child, bar, true);
  }

  #text(
    node: Nodes,
    content: readonly PhrasingContent[],
    margin: Margin,
    apart: boolean,
    format: Format | null = null,
  ) {
    this.#add(node, apart, (options) => {
      const links: string[] = [];
      const lines = inMargin(this.#spans(content, format, options, links), margin, options);
      const notes = links.flatMap((url, index) =>
        inMargin(
          [{ text: `[${index + 1}] ${url}`, format: 'dim' }],
          { first: margin.rest, rest: margin.rest },
          options,
        ),
      );
      return [...lines, ...notes];
    });
  }

  #spans(
    nodes: readonly PhrasingContent[],
    format: Format | null,
    options: PageOptions,
    links: string[],
  ): readonly Span[] {
    const within = (more: Format) => (format === null ? more : ([format, more].flat() as Format));
    return nodes.flatMap((node): readonly Span[] => {
      switch (node.type) {
        case 'text':
          return [{ text: harmless(node.value).replaceAll('\n', ' '), format }];
        case 'inlineCode':
          return [
            { text: isPlain(options) ? `\`${harmless(node.value)}\`` : harmless(node.value), format: within('cyan') },
          ];
        case 'strong':
          return this.#spans(node.children, within('bold'), options, links);
        case 'emphasis':
          return this.#spans(node.children, within('italic'), options, links);
        case 'delete':
          return this.#spans(node.children, within('strikethrough'), options, links);
        case 'break':
          return [{ text: '\n', format: null }];
        case 'html':
          return /^<br\b/i.test(node.value) ? [{ text: '\n', format: null }] : [];
        case 'image':
        case 'imageReference':
          return [{ text: pictureOf(node.alt ?? '', options), format: within('dim') }];
        case 'link':
          return this.#link(node.children, node.url, within('underline'), options, links);
        case 'linkReference':
          return this.#link(
            node.children,
            this.#definitions.get(node.identifier) ?? '',
            within('underline'),
            options,
            links,
          );
        default:
          return 'children' in node ? this.#spans(node.children as PhrasingContent[], format, options, links) : [];
      }
    });
  }

  /** Where a link leads is told below the text, unless the text itself says so or it leads into the same book. */
  #link(
    children: readonly PhrasingContent[],
    url: string,
    format: Format,
    options: PageOptions,
    links: string[],
  ): readonly Span[] {
    const spans = this.#spans(children, format, options, links);
    const text = spans.map((span) => span.text).join('');
    if (!/^https?:/.test(url)) return spans;
    if (options.links === true) return spans.map((span) => ({ ...span, link: encodeURI(decoded(harmless(url))) }));
    if (url.includes(text)) return spans;
    links.push(harmless(url));
    return [...spans, { text: `[${links.length}]`, format: 'dim' }];
  }

  #tableLines(node: Table, margin: Margin, options: PageOptions): readonly string[] {
    const rows = node.children.map((row) =>
      row.children.map((cell) =>
        this.#spans(cell.children, null, options, [])
          .map(({ text }) => text)
          .join('')
          .replaceAll('\n', ' '),
      ),
    );
    return tableLines(rows, margin.rest, options);
  }

  #add(node: Nodes, apart: boolean, render: Piece['render']): void {
    this.#pieces.push({ at: (node.position?.start.offset ?? 0) + this.#bom, apart, render });
  }
}

function pictureOf(alt: string, { locale }: PageOptions): string {
  return wording({ code: 'page-picture', args: { alt: harmless(alt) } }, locale);
}

/** Without colour, code is set off by its back-ticks. */
function isPlain({ paint }: PageOptions): boolean {
  return paint('cyan', 'x') === 'x';
}

/** An address may be written with its codes or without them. */
function decoded(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
}
