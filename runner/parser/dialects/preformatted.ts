import { textOf } from '../lines.ts';
import type { Carving, Dialect, Page } from './dialect.ts';

/** `<pre>`, also within a `<div>`, and the `<code>` that may follow it. */
const opening = /^((?:[ \t]|>[ \t]?)*)((?:<(?:div|figure)\b[^<>]*>\s*)*<pre\b[^<>]*>(?:\s*<code\b([^<>]*)>)?)/iu;
const closing = /(?:<\/code>\s*)?<\/pre>/iu;

/** HTML's own code block, which Markdown passes on as it is. */
export const preformatted: Dialect = {
  name: 'preformatted',
  carve(page, index) {
    const line = page.lines[index];
    const text = line === undefined ? '' : textOf(page.source, line);
    const match = text.includes('<') ? opening.exec(text) : null;
    if (match === null || line === undefined) return null;
    const [all, prefix = '', , attributes = ''] = match;
    const content = line.start + all.length;
    const end = endOf(page, index, content);
    if (end === null) return null;
    const first = page.source.slice(content, line.end).trim() === '' && end.last > index ? index + 1 : index;
    return {
      ...{ form: 'html', open: index, from: first, to: end.to, last: end.last, start: line.start + prefix.length },
      ...{ lang: languageIn(attributes), meta: null, closed: true, columns: 0, quotes: prefix.split('>').length - 1 },
      content: { start: content, end: end.offset },
    } satisfies Carving;
  },
};

interface End {
  readonly to: number;
  readonly last: number;
  /** Where the content ends. */
  readonly offset: number;
}

/** Null where nothing closes it: then it is no block. */
function endOf({ source, lines }: Page, open: number, content: number): End | null {
  for (let at = open; at < lines.length; at++) {
    const line = lines[at];
    if (line === undefined) return null;
    const start = Math.max(line.start, content);
    const found = closing.exec(source.slice(start, line.end));
    if (found === null) continue;
    const offset = start + found.index;
    const empty = at > open && source.slice(line.start, offset).trim() === '';
    return { to: empty ? at : at + 1, last: at, offset };
  }
  return null;
}

function languageIn(attributes: string): string | null {
  return /\b(?:class|lang)=["']?(?:[\w-]+ )*(?:lang(?:uage)?-)?([\w+-]+)/iu.exec(attributes)?.[1] ?? null;
}

const entities: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  '#39': "'",
};

/** A line of it as a browser shows it: marks for colours removed, entities read. */
export function shownText(html: string): string {
  return html
    .replace(/<\/?(?:span|b|strong|em|i|u|a|font|code|kbd|mark)\b[^<>]*>|<br\s*\/?>/giu, '')
    .replace(/&(lt|gt|amp|quot|apos|nbsp|#39);/giu, (whole, name: string) => entities[name.toLowerCase()] ?? whole);
}
