import { columnOf, textOf } from '../lines.ts';
import type { Carving, Dialect, Page } from './dialect.ts';

/** Quote marks, list marks and blanks, then a fence; the info string of a back-tick fence holds no back-tick. */
const opening = /^((?:[ \t]|>|(?:[-*+]|\d{1,9}[.)])(?=[ \t]))*)(`{3,}(?=[^`]*$)|~{3,})(.*)$/u;
/** Katacoda closes with ```` ```{{execute}} ````, kramdown with an attribute list: neither closes for CommonMark. */
const closingExtra = /^\s*(\{\{[^}]*\}\}|\{:[^}]*\})?\s*$/u;

interface Fence {
  readonly prefix: string;
  readonly mark: string;
  readonly info: string;
}

/** Fences at any indentation, in lists, quotes and HTML, as a reader sees them. */
export const fence: Dialect = {
  name: 'fence',
  carve(page, index) {
    const found = fenceAt(page, index);
    const line = page.lines[index];
    if (found === null || line === undefined) return null;
    const start = line.start + found.prefix.length;
    const quotes = found.prefix.split('>').length - 1;
    const end = endOf(page, index, found, quotes);
    const [lang, meta] = splitInfo([found.info, end.extra].join(' '));
    const columns = columnOf(page.source, line, start);
    return { form: 'fence', open: index, from: index + 1, start, lang, meta, columns, quotes, ...rest(end) };
  },
};

interface End {
  readonly to: number;
  readonly last: number;
  readonly closed: boolean;
  readonly extra: string;
}

function rest({ to, last, closed }: End): Pick<Carving, 'to' | 'last' | 'closed'> {
  return { to, last, closed };
}

function fenceAt({ source, lines }: Page, index: number): Fence | null {
  const line = lines[index];
  // Cheap test first: nearly every line of a document is no fence.
  if (line === undefined) return null;
  const text = textOf(source, line);
  if (!text.includes('```') && !text.includes('~~~')) return null;
  const match = opening.exec(text);
  return match === null ? null : { prefix: match[1] ?? '', mark: match[2] ?? '', info: (match[3] ?? '').trim() };
}

function endOf(page: Page, open: number, { mark }: Fence, quotes: number): End {
  let shorter: number | null = null;
  for (let at = open + 1; at < page.lines.length; at++) {
    if (quotes > 0 && !isQuoted(page, at, quotes)) return unclosed(page, open, at);
    const found = fenceAt(page, at);
    if (found === null || found.mark[0] !== mark[0] || /[-*+\d]/u.test(found.prefix)) continue;
    const bare = closingExtra.exec(found.info);
    if (found.mark.length < mark.length) {
      if (bare !== null) shorter ??= at;
    } else if (bare !== null && opensAfterProse(page, open, at)) {
      return unclosed(page, open, at);
    } else if (bare !== null || closesAnyway(page, at)) {
      return { to: at, last: at, closed: true, extra: bare?.[1] ?? '' };
    } else {
      return unclosed(page, open, at);
    }
  }
  // Opened with four marks and closed with three: nothing else can have been meant.
  if (shorter !== null) return { to: shorter, last: shorter, closed: true, extra: '' };
  return unclosed(page, open, page.lines.length);
}

/**
 * A bare fence that opens: the one above was never closed. Its content stands directly below it and nothing directly
 * above, and Markdown has gone on in between, with a rule or a heading between empty lines.
 */
function opensAfterProse({ source, lines }: Page, open: number, at: number): boolean {
  const text = (index: number) => (lines[index] === undefined ? '' : textOf(source, lines[index]));
  if (at - open < 6 || text(at - 1).trim() !== '' || text(at + 1).trim() === '') return false;
  for (let index = open + 2; index < at - 1; index++) {
    const alone = text(index - 1).trim() === '' && text(index + 1).trim() === '';
    if (alone && /^(?:-{3,}|\*{3,}|#{2,6} \S.*)\s*$/u.test(text(index))) return true;
  }
  return false;
}

/** A closing fence that repeats the language: the next fence after it opens again. */
function closesAnyway(page: Page, index: number): boolean {
  for (let at = index + 1; at < page.lines.length; at++) {
    const found = fenceAt(page, at);
    if (found !== null) return !closingExtra.test(found.info);
  }
  return true;
}

function isQuoted({ source, lines }: Page, index: number, quotes: number): boolean {
  const line = lines[index];
  const lead = line === undefined ? '' : (/^[ \t>]*/u.exec(textOf(source, line))?.[0] ?? '');
  return lead.split('>').length - 1 >= quotes;
}

/** An unclosed fence ends where Markdown plainly goes on: at a heading or a paragraph after an empty line. */
function unclosed({ source, lines }: Page, open: number, limit: number): End {
  let to = limit;
  for (let at = open + 1; at < limit; at++) {
    const [before, line] = [lines[at - 1], lines[at]];
    if (before === undefined || line === undefined || textOf(source, before).trim() !== '') continue;
    if (
      !/^(?:-{3,}\s*$|#{2,6} |\*\*|!?\[|<\/?[a-z]|\d+[.)] |[-*+] )|\p{Script=Hangul}.*[.:?]\s*$/u.test(
        textOf(source, line),
      )
    )
      continue;
    to = at;
    break;
  }
  while (to > open + 1 && textOf(source, lines[to - 1] ?? { start: 0, end: 0, number: 0 }).trim() === '') to--;
  return { to, last: to - 1, closed: false, extra: '' };
}

/** First word and the rest of an info string; Pandoc's `{.bash …}` is read like `bash …`. */
function splitInfo(info: string): [lang: string | null, meta: string | null] {
  const text = info.trim();
  if (text === '') return [null, null];
  const pandoc = /^\{\s*\.([\w+-]+)\s*(.*?)\}?$/u.exec(text);
  if (pandoc !== null) return [pandoc[1] ?? null, pandoc[2] || null];
  const match = /^(?!\{\{)([^\s{,]+)[\s,]*(.*)$/u.exec(text);
  return match === null ? [null, text] : [match[1] ?? null, match[2] || null];
}
