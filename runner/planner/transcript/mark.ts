import type { SourceLine } from '../../core/source.ts';
import { commandness, isSentence } from '../lines/commandness.ts';
import { isElision, outputness } from '../lines/outputness.ts';
import { type Prompt, promptOf } from '../prompts/index.ts';
import type { Marked } from './entries.ts';
import { extentOf } from './extent.ts';
import { looksTyped, replOpenedBy } from './repl.ts';

/** What the reading of a block's lines depends on besides the lines. */
export interface Setting {
  /** The info string names a shell or a console. */
  readonly shell: boolean;
  /** The info string names PowerShell or cmd. */
  readonly windows: boolean;
  /** A container's shell is open when the block begins. */
  readonly insideContainer: boolean;
  /** The client that is open when the block begins (`mysql`, `python`), or null. */
  readonly client: string | null;
}

/** Decides of every line of a block whether it is typed, printed, or a remark. */
export function markLines(lines: readonly SourceLine[], setting: Setting): readonly Marked[] {
  const prompts = lines.map((line) => verified(line.text, promptOf(line.text), setting));
  const strong = prompts.some((prompt) => prompt !== null && !prompt.weak);
  if (strong) return markConsole(lines, dropHashes(lines, prompts), setting);
  if (hashesArePrompts(lines, prompts)) return markConsole(lines, prompts.map((prompt, at) => keepTyped(prompt, lines[at])), setting);
  const others = prompts.map((prompt) => (prompt?.form === 'hash' ? null : prompt));
  if (others.some((prompt) => prompt !== null)) return markConsole(lines, others, setting);
  return markBare(lines, setting);
}

/** A weak prompt counts where what follows it is a command. */
function verified(text: string, prompt: Prompt | null, setting: Setting): Prompt | null {
  if (prompt === null || !prompt.weak || prompt.form === 'hash') return prompt;
  const rest = text.slice(prompt.length);
  if (prompt.form === 'greater' && setting.client !== null) return rest.trim() === '' ? null : { ...prompt, side: 'repl' };
  return commandness(rest) >= (prompt.form === 'greater' ? 0.9 : 0.8) ? prompt : null;
}

function typedAfter(prompt: Prompt | null, line: SourceLine | undefined): boolean {
  return prompt !== null && line !== undefined && commandness(line.text.slice(prompt.length)) >= 0.8;
}

function keepTyped(prompt: Prompt | null, line: SourceLine | undefined): Prompt | null {
  return prompt?.form === 'hash' && !typedAfter(prompt, line) ? null : prompt;
}

/**
 * `# docker ps` is a root prompt where nothing else in the block could be typed, and a remark where commands stand
 * beside it without one.
 */
function hashesArePrompts(lines: readonly SourceLine[], prompts: readonly (Prompt | null)[]): boolean {
  const hashes = lines.filter((line, at) => prompts[at]?.form === 'hash' && typedAfter(prompts[at] ?? null, line));
  if (hashes.length === 0) return false;
  return !lines.some((line, at) => prompts[at] === null && commandness(line.text) >= 0.8 && outputness(line.text) < 1);
}

/** Beside other prompts a `#` is one only after something was opened whose own prompt is not shown. */
function dropHashes(lines: readonly SourceLine[], prompts: readonly (Prompt | null)[]): (Prompt | null)[] {
  let opened = false;
  return prompts.map((prompt, at) => {
    const line = lines[at];
    if (prompt === null || line === undefined) return prompt;
    if (prompt.form !== 'hash') {
      opened = prompt.side !== 'container' && opensShell(line.text.slice(prompt.length));
      return prompt;
    }
    return opened && (typedAfter(prompt, line) || line.text.trim() === '#') ? { ...prompt, side: 'container' as const } : null;
  });
}

function opensShell(text: string): boolean {
  return /\bdocker\b.*\s(?:-it|-ti|-i\s+-t|-t\s+-i|--interactive|-itd?)\b|\battach\b/.test(text);
}

const remark = /^\s*(?:#(?!\d+ )|\/\/|-{1,2}>\s|→|※|={4,}\s*$|\*{3,})/u;

function markConsole(lines: readonly SourceLine[], prompts: readonly (Prompt | null)[], setting: Setting): Marked[] {
  const marked: Marked[] = [];
  const first = prompts.findIndex((prompt) => prompt !== null);
  for (let at = 0; at < lines.length; at++) {
    const [line, prompt] = [lines[at], prompts[at] ?? null];
    if (line === undefined) continue;
    if (prompt !== null) {
      const rest = line.text.slice(prompt.length);
      const isRemark = rest.trim().startsWith('#') && prompt.form !== 'hash';
      marked.push({ line, prompt, role: isRemark ? 'comment' : rest.trim() === '' ? 'prompt' : 'typed' });
      const count = isRemark ? 1 : extentOf(restOf(lines, prompts, at), setting.windows || prompt.system === 'windows');
      for (let next = at + 1; next < at + count; next++) marked.push(continuation(lines, prompts, next));
      at += count - 1;
      continue;
    }
    marked.push({ line, prompt: null, role: unprompted(lines, prompts, at, first, marked.at(-1)) });
    const count = marked.at(-1)?.role === 'typed' ? extentOf(restOf(lines, prompts, at), setting.windows) : 1;
    for (let next = at + 1; next < at + count; next++) marked.push(continuation(lines, prompts, next));
    at += count - 1;
  }
  return marked;
}

function continuation(lines: readonly SourceLine[], prompts: readonly (Prompt | null)[], at: number): Marked {
  const prompt = prompts[at] ?? null;
  return { line: lines[at] as SourceLine, prompt: prompt !== null && /greater|more/.test(prompt.form) ? prompt : null, role: 'typed' };
}

function restOf(lines: readonly SourceLine[], prompts: readonly (Prompt | null)[], at: number): string[] {
  const rest: string[] = [];
  for (let next = at; next < lines.length; next++) {
    const prompt = prompts[next] ?? null;
    if (next > at && prompt !== null && !prompt.continues && prompt.form !== 'greater') break;
    rest.push((lines[next]?.text ?? '').slice(prompt?.length ?? 0));
  }
  return rest;
}

/** The role of a line without prompt in a block that has prompts. */
function unprompted(
  lines: readonly SourceLine[],
  prompts: readonly (Prompt | null)[],
  at: number,
  first: number,
  before: Marked | undefined,
): Marked['role'] {
  const text = lines[at]?.text ?? '';
  if (text.trim() === '') return 'blank';
  if (remark.test(text) && isRemarkAmong(lines, prompts, at, before)) return 'comment';
  const [likely, printed] = [commandness(text), outputness(text)];
  if (at < first) return likely >= 0.8 && printed < 1 ? 'typed' : 'output';
  const fresh = before === undefined || before.role === 'blank' || before.role === 'comment' || before.role === 'typed';
  const forgotten = likely >= 0.95 && printed < 1 && !/^\s/.test(text) && fresh && !followsOutput(lines, prompts, at);
  return forgotten ? 'typed' : 'output';
}

/** What was printed before the last empty lines: the line may be a part of it. */
function followsOutput(lines: readonly SourceLine[], prompts: readonly (Prompt | null)[], at: number): boolean {
  for (let back = at - 1; back >= 0; back--) {
    const text = lines[back]?.text ?? '';
    if (prompts[back] !== null) return back === at - 1;
    if (text.trim() !== '' && !remark.test(text)) return commandness(text) < 0.95;
  }
  return false;
}

/** A `#` line in the middle of an output belongs to it. */
function isRemarkAmong(lines: readonly SourceLine[], prompts: readonly (Prompt | null)[], at: number, before: Marked | undefined): boolean {
  if (before === undefined || before.role !== 'output') return true;
  for (let next = at + 1; next < lines.length; next++) {
    if (prompts[next] !== null) return true;
    const text = lines[next]?.text ?? '';
    if (text.trim() === '' || remark.test(text)) continue;
    return /[가-힣]/.test(lines[at]?.text ?? '');
  }
  return true;
}

/** A block without any prompt. */
function markBare(lines: readonly SourceLine[], setting: Setting): Marked[] {
  const marked: Marked[] = [];
  let client = setting.client;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at];
    if (line === undefined) continue;
    const role = bareRole(line.text, marked, setting, client);
    marked.push({ line, prompt: null, role });
    if (role !== 'typed') continue;
    const rest = lines.slice(at).map(({ text }) => text);
    const count = client === null ? extentOf(rest, setting.windows) : 1;
    for (let next = at + 1; next < at + count; next++) marked.push({ line: lines[next] as SourceLine, prompt: null, role: 'typed' });
    client = replOpenedBy(line.text, client);
    at += count - 1;
  }
  return marked;
}

function bareRole(text: string, marked: readonly Marked[], setting: Setting, client: string | null): Marked['role'] {
  if (text.trim() === '') return 'blank';
  if (remark.test(text)) return 'comment';
  if (client !== null && looksTyped(text, client)) return 'typed';
  const [likely, printed] = [commandness(text), outputness(text)];
  if (printed === 1 && likely < 0.98) return 'output';
  const before = marked.findLast(({ role }) => role !== 'blank' && role !== 'comment');
  const gap = marked.at(-1)?.role !== 'output' && marked.at(-1)?.role !== 'typed';
  if (before === undefined) return likely >= 0.45 || (setting.shell && likely >= 0.2 && !isSentence(text)) ? 'typed' : 'output';
  if (before.role === 'output') return likely >= (gap ? 0.8 : 0.92) ? 'typed' : 'output';
  if (isElision(text)) return 'output';
  return likely >= (setting.shell ? 0.45 : 0.55) ? 'typed' : 'output';
}
