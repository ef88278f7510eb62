import { beginsWithDocker, effectsOf } from '../../command/index.ts';
import { endsInBackslash } from '../../core/lines.ts';
import type { SourceLine } from '../../core/source.ts';
import { dockerfileLook } from '../blocks/looks.ts';
import { commandness, isProgram } from '../lines/commandness.ts';
import { hasColumns, outputness } from '../lines/outputness.ts';
import type { Prompt } from '../prompts/index.ts';
import { blockPrompts } from './block-prompts.ts';
import { markBare } from './mark-bare.ts';
import { markConsole, moreMark } from './mark-console.ts';
import type { Marked, Setting } from './marked.ts';

/** Decides of every line of a block whether it is typed, printed, or a remark. */
export function markLines(lines: readonly SourceLine[], setting: Setting): readonly Marked[] {
  const prompts = withoutMarkedOutput(lines, blockPrompts(lines, setting.client, verified));
  const strong = prompts.some((prompt) => prompt !== null && !prompt.weak);
  if (strong || marksWithin(lines, prompts)) return markConsole(lines, dropHashes(lines, prompts), setting);
  // A click types what stands there, and a shell takes that for a remark.
  if (!setting.clicked && hashesArePrompts(lines, prompts)) {
    return markConsole(
      lines,
      prompts.map((prompt, at) => keepTyped(prompt, lines[at])),
      setting,
    );
  }
  const others = prompts.map((prompt) => (marksOpened(prompt) ? null : prompt));
  if (others.some((prompt) => prompt !== null)) return markConsole(lines, others, setting);
  return markBare(lines, setting);
}

/** `>` below a line with that mark which nobody types marks what was printed, whatever that looks like. */
function withoutMarkedOutput(lines: readonly SourceLine[], prompts: readonly (Prompt | null)[]): (Prompt | null)[] {
  const kept: (Prompt | null)[] = [];
  for (const [at, prompt] of prompts.entries()) {
    const goesOn = at > 0 && kept[at - 1] === null && moreMark(lines[at - 1]?.text ?? '') > 0;
    kept.push(prompt?.form === 'greater' && goesOn ? null : prompt);
  }
  return kept;
}

/** A weak prompt counts where what follows it is a command. */
function verified(text: string, prompt: Prompt | null, client: string | null): Prompt | null {
  if (prompt?.form === 'arrow' && text.slice(prompt.length).trim() !== '') return arrowBefore(text, prompt);
  // Scripts write `>>> Starting …` before what they do: no Python.
  if (prompt?.form === 'python' && client === null && isTold(text.slice(prompt.length))) return null;
  if (prompt === null || !prompt.weak || marksOpened(prompt)) return prompt;
  const rest = text.slice(prompt.length);
  if (rest.trim() === '') return prompt.form === 'custom' ? prompt : null;
  if (prompt.form === 'greater' && client !== null) return { ...prompt, side: 'repl' };
  const needed = ['machine', 'label', 'percent', 'numbered'].includes(prompt.form) ? 0.8 : 0.9;
  return commandness(rest) >= needed ? prompt : null;
}

/** `#`, or an author's own mark: a prompt only where something was opened that has no other. */
function marksOpened(prompt: Prompt | null): boolean {
  return prompt?.form === 'hash' || prompt?.form === 'mark';
}

/** An author's own mark below a line without any prompt that opens a container or a shell. */
function marksWithin(lines: readonly SourceLine[], prompts: readonly (Prompt | null)[]): boolean {
  return lines.some((line, at) => {
    const below = prompts.findIndex(
      (prompt, index) => index > at && (prompt !== null || lines[index]?.text.trim() !== ''),
    );
    return prompts[at] === null && prompts[below]?.form === 'mark' && shellOpened(line.text) !== null;
  });
}

/** Behind the arrow may stand the folder's bare name: `➜  blog docker ps`. */
function arrowBefore(text: string, prompt: Prompt): Prompt | null {
  const folder = /^[\w.-]+\s+(?=\S)/.exec(text.slice(prompt.length))?.[0] ?? '';
  const rest = text.slice(prompt.length + folder.length);
  if (folder !== '' && !isProgram(folder.trim()) && commandness(rest) >= 0.9)
    return { ...prompt, length: prompt.length + folder.length };
  return commandness(text.slice(prompt.length)) >= 0.45 ? prompt : null;
}

/** Words of a language outside of quotes, where an interpreter would take a statement. */
function isTold(text: string): boolean {
  const bare = text.replace(/"[^"]*"|'[^']*'|#.*$/g, '');
  if (/^[A-Za-z_][\w.]*\s?[=([]/.test(bare)) return false;
  return (
    /[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(bare) ||
    /^[A-Z][a-z]+ [a-z]/.test(bare)
  );
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
  if (hashes.length === 0 || dockerfileLook(lines.map(({ text }) => text).join('\n')).instructions.length > 0)
    return false;
  // `nginx   latest   1a2b3c   5 days ago` is a row.
  const isTyped = ({ text }: SourceLine) => commandness(text) >= 0.8 && outputness(text) < 1 && !hasColumns(text);
  const goesOn = (at: number) => endsInBackslash(lines[at - 1]?.text ?? '');
  return !lines.some((line, at) => prompts[at] === null && !goesOn(at) && isTyped(line));
}

/**
 * Beside other prompts a `#` is one only after something was opened whose own prompt is not shown; where all others are
 * the container's, it is root's on the host, as far as docker is called behind it.
 */
function dropHashes(lines: readonly SourceLine[], prompts: readonly (Prompt | null)[]): (Prompt | null)[] {
  let opened: Prompt['side'] | null = null;
  let bare = false;
  /** Whose the author's own mark was when it was used last: it stands for that wherever it stands again. */
  let marked: Prompt['side'] | null = null;
  const inside = prompts.every((prompt) => prompt === null || prompt.form === 'hash' || prompt.side === 'container');
  return prompts.map((prompt, at) => {
    const line = lines[at];
    if (line === undefined) return prompt;
    if (prompt === null) {
      const shell = shellOpened(line.text);
      if (shell !== null) [opened, bare] = [shell, true];
      return prompt;
    }
    // Below an opener without a prompt `#` begins a remark.
    if (bare && prompt.form === 'hash') return null;
    if (
      inside &&
      prompt.form === 'hash' &&
      beginsWithDocker(line.text.slice(prompt.length)) &&
      typedAfter(prompt, line)
    )
      return { ...prompt, side: 'host' as const };
    if (!marksOpened(prompt)) {
      bare = false;
      if (prompt.side !== 'repl') opened = prompt.side === 'container' ? null : shellOpened(wholeAt(lines, at, prompt));
      return prompt;
    }
    const side = opened ?? (prompt.form === 'mark' ? marked : null);
    if (side === null || !(typedAfter(prompt, line) || line.text.trim() === '#')) return null;
    if (prompt.form === 'mark') marked = side;
    return { ...prompt, side };
  });
}

/** The command that begins at a line, with the lines that its backslashes add. */
function wholeAt(lines: readonly SourceLine[], at: number, { length }: Prompt): string {
  const end = lines.findIndex(({ text }, index) => index >= at && !endsInBackslash(text));
  const [first = '', ...more] = lines.slice(at, end < 0 ? undefined : end + 1).map(({ text }) => text);
  return [first.slice(length), ...more].join('\n');
}

/** Where the prompt of the shell stands that a command opens; null where it opens none. */
function shellOpened(text: string): Prompt['side'] | null {
  const into = effectsOf(text).opens?.into;
  return into === 'container' ? 'container' : into === 'shell' ? 'host' : null;
}
