import type { Block } from '../core/chapter.ts';
import { isFolded } from '../core/inline-code.ts';
import type { Range, SourceLine } from '../core/source.ts';
import { contentOf } from './carve.ts';
import { clickedLines, readClick } from './clickable.ts';
import type { Carving, Page } from './dialects/dialect.ts';
import { columnOf, indexAt, skipPrefix } from './lines.ts';
import type { Outline } from './markdown.ts';
import { plainCommands } from './plain-commands.ts';
import { readSurroundings, type Surroundings } from './surroundings.ts';

type Found = Omit<Block, 'index' | 'annotation'>;

/** Every code block of the document, in order. Annotations are not attached yet. */
export function readBlocks(
  page: Page,
  carvings: readonly Carving[],
  outline: Outline,
  sections: readonly { readonly start: number }[],
): readonly Block[] {
  const around = readSurroundings(page, carvings);
  const folds = page.source.includes('<details');
  const found: Found[] = [
    ...carvings.map((carving) => fromCarving(page, carving, around.get(carving))),
    ...outline.indented
      .flatMap((range) => splitAround(page, carvings, range))
      .map((range) => fromIndented(page, range)),
    ...outline.inlineCode.flatMap((range) => fromInline(page, range, folds)),
  ];
  found.push(...plainCommands(page, outline.prose, found));
  const containers = new Containers(outline);
  return found
    .sort((a, b) => a.range.start - b.range.start)
    .map((block, index) => {
      const within = [...containers.around(block.range.start), ...block.within];
      return { ...block, index, within, section: indexAt(sections, block.range.start), annotation: null };
    });
}

function fromCarving(page: Page, carving: Carving, around: Surroundings | undefined): Found {
  const { form, lang, meta, closed, open, last, start } = carving;
  const end = page.lines[last]?.end ?? start;
  const whole = contentOf(page, carving);
  const fallen = lang === null && form === 'fence' ? fallenLanguage(whole) : null;
  const content = fallen === null ? whole : whole.slice(fallen.lines);
  return {
    form,
    range: { start, end: Math.max(start, end) },
    line: open + 1,
    endLine: last + 1,
    section: 0,
    lang: lang ?? fallen?.name ?? null,
    meta,
    lines: clickedLines(lang, content),
    click: readClick(lang, content),
    closed,
    within: around?.within ?? [],
    tab: around?.tab ?? null,
  };
}

/** Languages that no line of code, command or output is called. */
const languages = /^(?:sh|bash|shell|zsh|console|powershell|dockerfile|ya?ml|json|javascript|typescript|plaintext)$/i;
/** The button of a page that code was copied from. */
const button =
  /^(?:copy(?: code)?|코드 복사|복사|コピー|コピーする|コードをコピー(?:する)?|复制(?:代码)?|複製(?:程式碼)?)$/i;

/** The name of the language that fell out of the fence when an author copied a page: it stands alone in the first line. */
function fallenLanguage(lines: readonly SourceLine[]): { readonly name: string; readonly lines: number } | null {
  const [first, second] = lines.map(({ text }) => text.trim());
  if (first === undefined || second === undefined || !languages.test(first)) return null;
  const count = button.test(second) ? 2 : 1;
  return (lines[count]?.text.trim() ?? '') === '' ? null : { name: first.toLowerCase(), lines: count };
}

/** CommonMark joins indented code over the fences that were taken out of it: what is left are several blocks. */
function splitAround({ source, lines }: Page, carvings: readonly Carving[], range: Range): Range[] {
  const [first, last] = [indexAt(lines, range.start), indexAt(lines, Math.max(range.start, range.end - 1))];
  const inside = carvings.filter(({ open, last: end }) => open <= last && end >= first);
  if (inside.length === 0) return [range];
  const found: { start: number; end: number }[] = [];
  let open = false;
  for (const [at, line] of lines.slice(first, last + 1).entries()) {
    const taken = inside.some((carving) => carving.open <= first + at && carving.last >= first + at);
    const text = source.slice(line.start, line.end);
    const before = found.at(-1);
    if (taken) open = false;
    else if (text.trim() !== '' && open && before !== undefined) before.end = line.end;
    else if (text.trim() !== '') {
      found.push({ start: line.start + (text.length - text.trimStart().length), end: line.end });
      open = true;
    }
  }
  return found;
}

/** Four columns before every line are the mark of the block, whatever list or quote it is in. */
function fromIndented(page: Page, range: Range): Found {
  const first = indexAt(page.lines, range.start);
  const last = indexAt(page.lines, Math.max(range.start, range.end - 1));
  const own = page.lines.slice(first, last + 1);
  const opening = own[0];
  const text = opening === undefined ? 0 : skipPrefix(page.source, opening, Number.POSITIVE_INFINITY, 8);
  const columns = opening === undefined ? 4 : Math.min(columnOf(page.source, opening, text), commonColumns(page, own));
  const quotes = opening === undefined ? 0 : page.source.slice(opening.start, text).split('>').length - 1;
  const lines: SourceLine[] = own.map((line) => {
    const start = skipPrefix(page.source, line, columns, quotes);
    return { text: page.source.slice(start, line.end), range: { start, end: line.end }, line: line.number };
  });
  const shared = { form: 'indented', section: 0, lang: null, meta: null, lines, closed: true, within: [] } as const;
  return { ...shared, range, line: first + 1, endLine: last + 1, tab: null };
}

function commonColumns({ source }: Page, own: Page['lines']): number {
  const columns = own.flatMap((line) => {
    const at = skipPrefix(source, line, Number.POSITIVE_INFINITY, 8);
    return at === line.end ? [] : [columnOf(source, line, at)];
  });
  return Math.min(...columns);
}

/** Katacoda's `` `docker ps`{{execute}} `` and Killercoda's `{{exec}}`: a click types it. */
function fromInline(page: Page, code: Range, folds: boolean): Found[] {
  const mark = /^\{\{\s*(exec(?:ute)?\b[^}]*?)\s*\}\}/u.exec(page.source.slice(code.end, code.end + 40));
  if (mark === null) return [];
  const ticks = /^`+/u.exec(page.source.slice(code.start, code.end))?.[0].length ?? 1;
  const [start, end] = [code.start + ticks, code.end - ticks];
  const first = indexAt(page.lines, start);
  const last = indexAt(page.lines, end);
  const lines = page.lines.slice(first, last + 1).map((line) => {
    const range = { start: Math.max(start, line.start), end: Math.min(end, line.end) };
    return { text: page.source.slice(range.start, range.end), range, line: line.number };
  });
  const range = { start: code.start, end: code.end + mark[0].length };
  const shared = { form: 'inline', section: 0, lang: null, closed: true, tab: null } as const;
  const within = folds && isFolded(page.source, code.start) ? (['details'] as const) : [];
  return [{ ...shared, within, range, line: first + 1, endLine: last + 1, meta: mark[1] ?? null, lines }];
}

/** The lists and quotes around a place; asked for places in their order. */
class Containers {
  readonly #all: Outline['containers'];
  #next = 0;
  #open: Outline['containers'] = [];

  constructor({ containers }: Outline) {
    this.#all = containers;
  }

  /** What stands around an offset, outermost first. */
  around(offset: number): Block['within'] {
    const from = this.#next;
    while ((this.#all[this.#next]?.start ?? Number.POSITIVE_INFINITY) <= offset) this.#next++;
    this.#open = [...this.#open, ...this.#all.slice(from, this.#next)].filter(({ end }) => offset < end);
    return this.#open.map(({ kind }) => kind);
  }
}
