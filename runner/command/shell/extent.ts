import { indentOf, linesOf } from '../../core/lines.ts';
import { programLikeness } from '../likeness/programs.ts';
import { straighten } from '../placeholders/mask.ts';
import { parseShell } from './parse-shell.ts';
import type { Incomplete } from './script.ts';

/** A command longer than this is not one: an apostrophe in a sentence must not swallow a page. */
const longest = 400;

/** How often a closing line is tried: each costs a reading of all lines so far. */
const attempts = 40;

/** How many of these lines (placeholders masked), from line `from` on, are typed as one command. At least 1. */
export function extent(all: readonly string[], from: number): number {
  const first = all[from] ?? '';
  const foreign = foreignContinuation(all, from);
  if (foreign > 1) return foreign;
  const mended = mendedExtent(all, from);
  if (mended > 1) return mended;
  if (parseShell(first).incomplete === null) return 1;
  return longExtent(all.slice(from, from + longest));
}

function longExtent(lines: readonly string[]): number {
  let count = 1;
  for (let tried = 0; count < lines.length; tried++) {
    const open = parseShell(lines.slice(0, count).join('\n')).incomplete;
    if (open === null) return count;
    const hopeless = tried > attempts && open !== 'backslash';
    const next = hopeless || (open === 'quote' && !begins(lines)) ? null : closing(open, lines, count);
    if (next === null) return open === 'backslash' ? count : 1;
    count = next;
  }
  return count === 1 || keepsOpen(lines) ? count : 1;
}

/** A text that ends while something is open is kept whole only where more lines could not help: `run \` at the end. */
function keepsOpen(lines: readonly string[]): boolean {
  const open = parseShell(lines.join('\n')).incomplete;
  return open === null || open === 'backslash' || open === 'heredoc' || open === 'operator';
}

/** An apostrophe opens a quote only where a command begins; in a sentence, or a prompt, it is an apostrophe. */
function begins(lines: readonly string[]): boolean {
  const [first = ''] = (lines[0] ?? '').trim().split(/\s/);
  return programLikeness(first) !== 'unknown' || /^\w+=/.test(first);
}

/** Number of lines after which what is open may be closed; null where nothing closes it. */
function closing(open: Incomplete, lines: readonly string[], count: number): number | null {
  const rest = lines.slice(count, longest);
  switch (open) {
    case 'backslash':
      return (lines[count] ?? '').trim() === '' ? null : continued(lines, count);
    case 'operator':
      return (lines[count] ?? '').trim() === '' ? null : count + 1;
    case 'heredoc':
      return closedBy(rest, count, among(delimiters(lines.slice(0, count))));
    case 'quote':
      return closedBy(rest, count, holding(openQuote(lines.slice(0, count))));
    case 'substitution':
      return closedBy(rest, count, (line) => /[)`}]/.test(line));
    case 'compound':
      return closedBy(rest, count, (line) => /(?:^|[\s;])(?:done|fi|esac|then|do)\b|[})]/.test(line));
    default:
      return open satisfies never;
  }
}

/** Past every line that itself ends in a backslash. */
function continued(lines: readonly string[], count: number): number {
  let end = count + 1;
  while (end < lines.length && /(?<!\\)(?:\\\\)*\\$/.test(lines[end - 1] ?? '') && (lines[end] ?? '').trim() !== '')
    end++;
  return end;
}

function holding(mark: string): (line: string) => boolean {
  return (line) => line.includes(mark);
}

function among(ends: readonly string[]): (line: string) => boolean {
  return (line) => ends.includes(line.replace(/^\t+/, ''));
}

function closedBy(rest: readonly string[], count: number, closes: (line: string) => boolean): number | null {
  const at = rest.findIndex(closes);
  return at < 0 ? null : count + at + 1;
}

function openQuote(lines: readonly string[]): string {
  return parseShell(`${lines.join('\n')}'`).incomplete === 'quote' ? '"' : "'";
}

function delimiters(lines: readonly string[]): readonly string[] {
  return parseShell(lines.join('\n')).commands.flatMap(({ redirects }) =>
    redirects.filter(({ operator }) => /<<-?$/.test(operator)).map(({ target }) => target),
  );
}

/** Lines that are meant to be one command: a mark with something behind it, options on lines of their own. */
function mendedExtent(lines: readonly string[], from: number): number {
  const at = (index: number): string => lines[from + index] ?? '';
  if (isUnmarkedContinuation(at(0), at(1))) return unmarked(at);
  let count = 1;
  let any = false;
  while (at(count).trim() !== '' && (isBrokenContinuation(at(count - 1)) || at(count - 1).endsWith('\\'))) {
    any ||= isBrokenContinuation(at(count - 1));
    count++;
  }
  return any ? count : 1;
}

/** Options, and after them what is indented as they are (the image). */
function unmarked(at: (index: number) => string): number {
  const indent = indentOf(at(1));
  let count = 2;
  while (/^\s*--?[a-z]/i.test(at(count)) || (indent > 0 && at(count).trim() !== '' && indentOf(at(count)) === indent))
    count++;
  return count;
}

/** PowerShell ends a continued line with a back-tick, cmd with `^`. */
function foreignContinuation(lines: readonly string[], from: number): number {
  let count = 1;
  while (/\s[`^]\s*$/.test(lines[from + count - 1] ?? '') && (lines[from + count] ?? '').trim() !== '') count++;
  return count;
}

/** A continuation mark that continues nothing: blanks, or a remark, stand behind it. */
const broken = /(?<=\s)\\[ \t]+(?:#.*|\/\/ .*|←.*|\(.*\)[ \t]*)?$/;

/** Whether a line is meant to go on, though it does not for a shell. */
function isBrokenContinuation(line: string): boolean {
  return broken.test(line);
}

/** Whether `next` is an option of the command on `line` that the author put on a line of its own without a mark. */
export function isUnmarkedContinuation(line: string, next: string): boolean {
  const opens = /^\s*(?:sudo\s+)?docker\s+(?:container\s+|image\s+|service\s+)?(?:run|create|build)\b/.test(line);
  const marked = /[\\`^|&]\s*(?:#.*)?$/.test(line) || broken.test(line);
  // Columns are those of a help text.
  return opens && !marked && /^\s*--?[a-z][\w-]*(?:[\s=]|$)/i.test(next) && !/\S\s{2,}[A-Z]/.test(next);
}

/** What a reader types for a command as written. `marked`: its lines carry continuation marks or need none. */
export function typedText(text: string, marked: boolean): string {
  const lines = linesOf(straighten(text));
  const mended = lines.map((line, index) => (index < lines.length - 1 ? line.replace(broken, '\\') : line));
  const typed = marked
    ? mended.join('\n')
    : mended.map((line, index) => (index === 0 ? line.trimEnd() : line.trim())).join(' ');
  // A word processor makes one dash of two.
  return typed.replace(/(?<=\s)[–—](?=[a-z]{2})/g, '--');
}
