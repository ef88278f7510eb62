import { dockerVerbsIn, effectsOf } from '../../command/index.ts';
import { indentOf, isIndented } from '../../core/lines.ts';
import type { SourceLine } from '../../core/source.ts';
import { formOf, withoutCursor } from '../../printed/index.ts';
import { commandness } from '../lines/commandness.ts';
import { outputness } from '../lines/outputness.ts';
import type { Prompt } from '../prompts/index.ts';
import { endsInColon } from '../prose/sentences.ts';
import { isToldAfter } from './bare-roles.ts';
import { extentOf, statementExtent } from './extent.ts';
import { roleOfKeys } from './keys.ts';
import { type Marked, remark, type Setting } from './marked.ts';
import { isRemarkAmong, isShownFile, leadsOn, leadsToPrompt, shownBy } from './remarks.ts';
import { looksTyped, replOpenedBy } from './repl.ts';
import { wrappedCount } from './wrapped.ts';

type Prompts = readonly (Prompt | null)[];

/** The roles of the lines of a block that has prompts: what has none is printed, with few exceptions. */
export function markConsole(lines: readonly SourceLine[], prompts: Prompts, setting: Setting): Marked[] {
  const marked: Marked[] = [];
  const first = prompts.findIndex((prompt) => prompt !== null);
  for (let at = 0; at < lines.length; ) {
    const one = markLine(lines, prompts, at, first, marked);
    marked.push(one);
    const count = one.role === 'typed' ? countOf(lines, prompts, at, setting) : 1;
    for (let next = at + 1; next < at + count; next++) marked.push(continuation(lines[next], prompts[next] ?? null));
    at += count;
  }
  return marked;
}

function markLine(
  lines: readonly SourceLine[],
  prompts: Prompts,
  at: number,
  first: number,
  marked: readonly Marked[],
): Marked {
  const line = lines[at] as SourceLine;
  const prompt = prompts[at] ?? null;
  if (prompt === null) return { line, prompt, role: unprompted(lines, prompts, at, first, marked), joined: false };
  if (isQuotedCommand(lines, prompts, at) || helloQuotes(lines, at, marked) || yarnQuotes(lines, at))
    return { line, prompt: null, role: 'output', joined: false };
  if (prompt.side === 'container' && followsLogs(marked)) return { line, prompt: null, role: 'output', joined: false };
  const rest = line.text.slice(prompt.length).trim();
  // A slip: nobody types the head of a table.
  if (formOf(rest)?.role === 'head') return { line, prompt: null, role: 'output', joined: false };
  // An author who marks what is typed by `@` marks what is printed, too.
  const above = marked.findLast(({ role: one }) => one === 'typed');
  if (prompt.form === 'greater' && above?.prompt?.form === 'mark' && replOpenedBy(bodyOf(above), null) === null)
    return { line, prompt: null, role: 'output', joined: false };
  const role =
    roleOfKeys(withoutCursor(rest)) ?? (rest.startsWith('#') && prompt.form !== 'hash' ? 'comment' : 'typed');
  return { line, prompt, role, joined: false };
}

function bodyOf({ line, prompt }: Marked): string {
  return line.text.slice(prompt?.length ?? 0);
}

/** `hello-world` itself prints a command behind a moved-in `$`. */
function isQuotedCommand(lines: readonly SourceLine[], prompts: Prompts, at: number): boolean {
  if (prompts[at]?.form !== 'dollar' || prompts[at - 1] !== null || !/:\s*$/.test(lines[at - 1]?.text ?? ''))
    return false;
  const indent = (index: number) => indentOf(lines[index]?.text ?? '');
  const others = prompts.some((prompt, index) => prompt !== null && index < at && indent(index) < indent(at));
  const within = at > 0 && indent(at - 1) < indent(at) && outputness(firstText(lines)) === 1;
  return others || within;
}

/** The greeting of the image `hello-world` goes on with a command to try; no author writes it there. */
function helloQuotes(lines: readonly SourceLine[], at: number, marked: readonly Marked[]): boolean {
  if (!/:\s*$/.test(lines[at - 1]?.text ?? '')) return false;
  const from = marked.findLastIndex(({ role }) => role === 'typed');
  const greeted = marked.slice(from + 1).some(({ line }) => /^\s*Hello from Docker!/.test(line.text));
  return greeted;
}

/** Yarn tells what it is about to run behind a `$` of its own. */
function yarnQuotes(lines: readonly SourceLine[], at: number): boolean {
  return (lines[at - 1]?.text ?? '').trimStart().startsWith('yarn run v');
}

function firstText(lines: readonly SourceLine[]): string {
  return lines.find(({ text }) => text.trim() !== '')?.text ?? '';
}

/** The log of a shell holds its prompts: what stands there was typed long before. */
function followsLogs(marked: readonly Marked[]): boolean {
  const last = marked.findLast(({ role }) => role === 'typed');
  return (
    last !== undefined &&
    last.prompt?.side !== 'container' &&
    dockerVerbsIn(last.line.text).some((verb) => verb.endsWith('logs'))
  );
}

function countOf(lines: readonly SourceLine[], prompts: Prompts, at: number, setting: Setting): number {
  const prompt = prompts[at] ?? null;
  if (prompt?.side === 'repl') {
    let count = 1;
    while (prompts[at + count]?.continues) count++;
    return count > 1 ? count : statementExtent(bodies(lines, prompts, at));
  }
  const rest = bodies(lines, prompts, at);
  const count = extentOf(rest, setting.windows || prompt?.system === 'windows');
  return Math.max(count, wrappedCount(lines[at]?.text ?? '', rest));
}

/** The lines that could belong to a command, prompts removed: up to the next prompt that is no continuation. */
function bodies(lines: readonly SourceLine[], prompts: Prompts, at: number): string[] {
  const rest: string[] = [];
  for (let next = at; next < lines.length; next++) {
    const prompt = prompts[next] ?? null;
    if (next > at && prompt !== null && !prompt.continues && prompt.form !== 'greater') break;
    const text = lines[next]?.text ?? '';
    rest.push(text.slice(next === at ? (prompt?.length ?? 0) : moreMark(text)));
  }
  return rest;
}

/** Bash asks for more with `> `. */
export function moreMark(text: string): number {
  return /^\s*>(?:\s|$)/.exec(text)?.[0].length ?? 0;
}

/** A line that goes on with the command above. */
export function continuation(line: SourceLine | undefined, prompt: Prompt | null): Marked {
  const own = line as SourceLine;
  const length = prompt?.continues ? prompt.length : moreMark(own.text);
  const mark: Prompt | null =
    length === 0
      ? null
      : {
          form: 'more',
          length,
          side: 'either',
          weak: false,
          program: null,
          system: 'any',
          continues: true,
          host: null,
        };
  return { line: own, prompt: mark, role: 'typed', joined: true };
}

/** First line of a prompt that takes two: Play with Docker's, Git Bash's. */
const promptHead =
  /^\s*╭─|^\s*\[\w+\] \(\w+\) [\w.-]+@[\d.]+ [~/]\S*\s*$|^\s*\S+@\S+ (?:MINGW|MSYS)\w* [~/]\S*(?: \([^)]*\))?\s*$/;

/** The role of a line without prompt in a block that has prompts. */
function unprompted(
  lines: readonly SourceLine[],
  prompts: Prompts,
  at: number,
  first: number,
  marked: readonly Marked[],
): Marked['role'] {
  const before = marked.at(-1);
  const text = lines[at]?.text ?? '';
  if (text.trim() === '' || promptHead.test(text)) return 'blank';
  if (
    remark.test(text) &&
    !/^#!\s*\//.test(text) &&
    !(isShownFile(marked) && !leadsToPrompt(lines, prompts, at)) &&
    isRemarkAmong(lines, prompts, at, before)
  )
    return 'comment';
  const [likely, printed] = [commandness(text), outputness(text)];
  if (printed < 1 && leadsOn(lines, prompts, at) && isToldAfter(text, typedBefore(marked))) return 'comment';
  if (printed < 1 && isSaidToClient(text, prompts, marked)) return 'typed';
  if (/^\s*(?:exit|logout)\s*$/.test(text) && before?.role === 'typed' && isInside(marked)) return 'typed';
  if (before?.role === 'prompt' && likely >= 0.8 && printed < 1 && standsAlone(before)) return 'typed';
  if (at < first) return likely >= 0.8 && printed < 1 ? 'typed' : 'output';
  if (likely >= 0.8 && printed < 1 && !isIndented(text) && followsOpener(marked)) return 'typed';
  const fresh = before === undefined || before.role !== 'output';
  const remarked = / # \S/.test(text) && before?.role === 'typed' && / # \S/.test(before.line.text);
  // A remark directly above leads to it: no program explains what it prints.
  const led =
    likely >= 0.9 && before?.role === 'comment' && printed < 1 && !isIndented(text) && shownBy(marked) === null;
  if (led) return 'typed';
  const forgotten =
    likely >= 0.95 &&
    printed < 1 &&
    !isIndented(text) &&
    fresh &&
    (remarked || !followsOutput(lines, prompts, at) || (likely >= 0.98 && !isIntroduced(lines, at)));
  return forgotten ? 'typed' : 'output';
}

/** The prompt of a container fell into a line of its own: what is typed at it stands below. */
function standsAlone({ prompt, line }: Marked): boolean {
  return prompt?.side === 'container' && line.text.slice(prompt.length).trim() === '';
}

/** What the output says before the empty line leads to this one: `… run the following command:`. */
function isIntroduced(lines: readonly SourceLine[], at: number): boolean {
  return endsInColon(lines.slice(0, at).findLast(({ text }) => text.trim() !== '')?.text ?? '');
}

/** Nothing but typed lines since a command that opens a container's shell: they are typed into it, without a prompt. */
function followsOpener(marked: readonly Marked[]): boolean {
  const at = marked.findLastIndex(({ role, prompt }) => role === 'typed' && prompt !== null);
  const opener = marked[at];
  if (opener === undefined || marked.slice(at + 1).some(({ role }) => role === 'output' || role === 'prompt'))
    return false;
  const { opens } = effectsOf(opener.line.text.slice(opener.prompt?.length ?? 0));
  return opens?.into === 'container' && opens.shellLike !== false;
}

/** A client that was opened at a prompt takes lines whose own prompt the author left out in the whole block. */
function isSaidToClient(text: string, prompts: Prompts, marked: readonly Marked[]): boolean {
  if (prompts.some((prompt) => prompt?.side === 'repl')) return false;
  let client: string | null = null;
  for (const { role, line, prompt, joined } of marked)
    if (role === 'typed' && !joined) client = replOpenedBy(line.text.slice(prompt?.length ?? 0), client);
  return client !== null && looksTyped(text, client);
}

/** A container's shell is open, whatever was opened in it and left again: the shell itself was not left yet. */
function isInside(marked: readonly Marked[]): boolean {
  let inside = false;
  for (const { role, line, prompt, joined } of marked) {
    if (role !== 'typed' || joined) continue;
    const { opens, leaves } = effectsOf(line.text.slice(prompt?.length ?? 0));
    if (opens?.into === 'container' && opens.shellLike !== false) inside = true;
    else if (leaves && prompt?.side !== 'repl') inside = false;
  }
  return inside;
}

/** What was printed before the last empty lines: the line may be a part of it. */
function followsOutput(lines: readonly SourceLine[], prompts: Prompts, at: number): boolean {
  for (let back = at - 1; back >= 0; back--) {
    const text = lines[back]?.text ?? '';
    if (prompts[back] != null) return back === at - 1;
    // A remark of the author's after an empty line begins something new.
    if (remark.test(text) && /\p{L}/u.test(text) && (lines[back - 1]?.text ?? '').trim() === '') return false;
    if (text.trim() !== '' && !remark.test(text)) return commandness(text) < 0.95;
  }
  return false;
}

function typedBefore(marked: readonly Marked[]): string {
  const last = marked.findLast(({ role }) => role === 'typed');
  return last === undefined ? '' : bodyOf(last);
}
