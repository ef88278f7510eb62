import type { SourceLine } from '../../core/source.ts';
import { commandness } from '../lines/commandness.ts';
import type { Prompt } from '../prompts/index.ts';
import { type Marked, remark } from './marked.ts';

type Prompts = readonly (Prompt | null)[];

/** A `#` line in the middle of an output belongs to it; one in the author's language, or before a prompt, does not. */
export function isRemarkAmong(
  lines: readonly SourceLine[],
  prompts: Prompts,
  at: number,
  before: Marked | undefined,
): boolean {
  const text = lines[at]?.text ?? '';
  if (/^\s*={4,}\s*$/.test(text)) return !isFrame(lines, prompts, at);
  if (before === undefined || before.role !== 'output') return true;
  if (/[\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return true;
  if (/^\s*\/\//.test(text)) return false;
  for (let next = at + 1; next < lines.length; next++) {
    if (prompts[next] != null) return true;
    const after = lines[next]?.text ?? '';
    if (after.trim() !== '' && !remark.test(after)) return false;
  }
  return true;
}

/** A line of `====` that a program prints around its words: what it prints stands directly beside it. */
function isFrame(lines: readonly SourceLine[], prompts: Prompts, at: number): boolean {
  return [at - 1, at + 1].some((near) => {
    const text = lines[near]?.text ?? '';
    return prompts[near] === null && text.trim() !== '' && !remark.test(text) && commandness(text) < 0.8;
  });
}

/** A paragraph of its own, directly above a prompt. */
export function leadsOn(lines: readonly SourceLine[], prompts: Prompts, at: number): boolean {
  const isBlank = (index: number) => (lines[index]?.text ?? '').trim() === '';
  const isWords = (index: number) => index >= 0 && index < lines.length && prompts[index] === null && !isBlank(index);
  let [from, to] = [at, at];
  while (isWords(from - 1)) from--;
  while (isWords(to + 1)) to++;
  return isBlank(from - 1) && prompts[to + 1] != null;
}

/** After this remark the next line that says anything has a prompt. */
export function leadsToPrompt(lines: readonly SourceLine[], prompts: Prompts, at: number): boolean {
  const next = lines.findIndex(({ text }, index) => index > at && text.trim() !== '' && !remark.test(text));
  return next >= 0 && prompts[next] !== null;
}

/** Lines of a file that `cat` shows: its remarks are its own. */
export function isShownFile(marked: readonly Marked[]): boolean {
  const last = shownBy(marked);
  return last !== null && marked.slice(last + 1).some(({ role }) => role === 'output');
}

/** Where the command stands that shows the file which these lines belong to; null where none does. */
export function shownBy(marked: readonly Marked[]): number | null {
  const last = marked.findLastIndex(({ role }) => role === 'typed' || role === 'prompt');
  const shows = /^\s*(?:cat|more|less)\s+[^|<>]*$/;
  const { line, prompt, role } = marked[last] ?? {};
  return role === 'typed' && shows.test(line?.text.slice(prompt?.length ?? 0) ?? '') ? last : null;
}
