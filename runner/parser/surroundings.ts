import type { Block, Tab } from '../core/chapter.ts';
import type { Carving, Page } from './dialects/dialect.ts';
import { textOf } from './lines.ts';

/** What a line of markup opens or closes around the blocks that follow it. */
export interface Surroundings {
  readonly within: Block['within'];
  readonly tab: Tab | null;
}

interface State {
  details: number;
  cells: number;
  /** Offset at which the current group of tabs began; null outside of one. */
  group: number | null;
  tab: string | null;
  /** Columns of a MkDocs tab's marker. */
  indent: number | null;
}

/** What the page shows of a Docusaurus tab; its `value` is for the program. */
const tabLabel = /<(?:TabItem|Tab|TabsItem|CodeTab)\b[^>]*?\blabel=\{?["'`]([^"'`]+)/u;
const tabName =
  /(?:\{\{[<%]\s*tab\s|\{%\s*tab\s|<(?:TabItem|Tab|TabsItem|CodeTab)\b).*?(?:name|label|title|value|header)?=?\s*["']([^"']+)["']/u;

/**
 * What each carved block stands in besides lists and quotes: `<details>`, a table's cell, a tab. Found line by line,
 * since CommonMark joins HTML and shortcodes to whatever is near.
 */
export function readSurroundings(page: Page, blocks: readonly Carving[]): ReadonlyMap<Carving, Surroundings> {
  const state: State = { details: 0, cells: 0, group: null, tab: null, indent: null };
  const found = new Map<Carving, Surroundings>();
  let index = 0;
  for (const block of blocks) {
    for (; index < block.open; index++) readLine(page, index, state);
    found.set(block, seenFrom(state, block));
    index = Math.max(index, block.last + 1);
  }
  return found;
}

function seenFrom(state: State, block: Carving): Surroundings {
  const inTab = state.tab !== null && (state.indent === null || block.columns > state.indent);
  const within: Block['within'][number][] = [];
  if (state.details > 0) within.push('details');
  if (state.cells > 0) within.push('table');
  if (inTab) within.push('tab');
  return { within, tab: inTab ? { name: state.tab ?? '', group: state.group ?? 0 } : null };
}

function readLine(page: Page, index: number, state: State): void {
  const { source, lines } = page;
  const line = lines[index];
  const text = line === undefined ? '' : textOf(source, line);
  if (text.includes('<')) {
    state.details = Math.max(0, state.details + count(text, /<details\b/gi) - count(text, /<\/details>/gi));
    state.cells = Math.max(0, state.cells + count(text, /<t[dh]\b/gi) - count(text, /<\/t[dh]>/gi));
  }
  readTab(wholeTag(text, page, index), line?.start ?? 0, state);
}

/** A tag whose attributes stand on lines of their own, as formatters write it. */
function wholeTag(text: string, { source, lines }: Page, index: number): string {
  if (!/<TabItem\b[^>]*$/u.test(text)) return text;
  const rest = lines.slice(index + 1, index + 8).map((line) => textOf(source, line));
  return [text, ...rest.slice(0, rest.findIndex((line) => line.includes('>')) + 1)].join(' ');
}

function readTab(text: string, offset: number, state: State): void {
  const mkdocs = /^(\s*)={3}\+? "([^"]+)"/u.exec(text);
  if (mkdocs !== null) {
    const indent = (mkdocs[1] ?? '').length;
    Object.assign(state, { group: state.indent === indent ? state.group : offset, tab: mkdocs[2], indent });
  } else if (state.indent !== null) {
    const outside = text.trim() !== '' && text.length - text.trimStart().length <= state.indent;
    if (outside) Object.assign(state, { group: null, tab: null, indent: null });
  } else if (/\{\{[<%]\s*tabs\b|\{%\s*tabs\b|<Tabs\b|<!--\s*tabs:start/u.test(text)) {
    Object.assign(state, { group: offset, tab: null });
  } else if (/\{\{[<%]\s*\/\s*tabs\s*[>%]|\{%\s*endtabs|<\/Tabs>|<!--\s*tabs:end/u.test(text)) {
    Object.assign(state, { group: null, tab: null });
  } else if (/\{\{[<%]\s*\/\s*tab\s*[>%]|\{%\s*endtab|<\/Tab(?:Item)?>/u.test(text)) {
    state.tab = null;
  } else if (state.group !== null || /<TabItem\b/u.test(text)) {
    const name =
      tabLabel.exec(text)?.[1] ?? tabName.exec(text)?.[1] ?? /^#{2,6}\s+\*{0,2}([^*]+?)\*{0,2}\s*$/u.exec(text)?.[1];
    if (name !== undefined) state.tab = name;
  }
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
