import type { SourceLine } from '../../core/source.ts';
import type { Prompt } from '../prompts/index.ts';
import type { Entry, TypedEntry } from './entry.ts';
import { extentOf } from './extent.ts';
import { cutRemark } from './trailing.ts';

/** A line with what was decided about its prompt. */
export interface Marked {
  readonly line: SourceLine;
  /** Null where the line has none (or what looked like one was none). */
  readonly prompt: Prompt | null;
  readonly role: 'typed' | 'output' | 'comment' | 'blank' | 'prompt';
}

/** Joins the lines of a block into commands and what stands between them. */
export function entriesOf(marked: readonly Marked[], windows: boolean): readonly Entry[] {
  const entries: Entry[] = [];
  for (let at = 0; at < marked.length; ) {
    const first = marked[at];
    if (first === undefined) break;
    if (first.role !== 'typed') {
      entries.push({ type: first.role, line: first.line, prompt: first.prompt });
      at++;
      continue;
    }
    const count = extentOf(following(marked, at), windows);
    entries.push(...typed(marked.slice(at, at + count)));
    at += count;
  }
  return entries;
}

/** The lines that could belong to a command: up to the next prompt that is no continuation. */
function following(marked: readonly Marked[], from: number): string[] {
  const texts: string[] = [];
  for (let at = from; at < marked.length; at++) {
    const mark = marked[at];
    if (mark === undefined || (at > from && mark.prompt !== null && !goesOn(mark.prompt))) break;
    texts.push(bodyOf(mark));
  }
  return texts;
}

function goesOn(prompt: Prompt): boolean {
  return prompt.continues || prompt.form === 'greater';
}

function bodyOf({ line, prompt }: Marked): string {
  return line.text.slice(prompt?.length ?? 0);
}

function typed(lines: readonly Marked[]): TypedEntry[] {
  const [first] = lines;
  const last = lines.at(-1);
  if (first === undefined || last === undefined) return [];
  const body = lines.map(bodyOf).join('\n');
  const lead = body.length - body.trimStart().length;
  const cut = cutRemark(body.trim());
  const start = first.line.range.start + (first.prompt?.length ?? 0) + lead;
  const end = cut.remark === null ? last.line.range.start + last.line.text.trimEnd().length : start + cut.text.length;
  // A remark can only be told apart on a line of its own command; its place is counted from the last line.
  const remarkStart = cut.remark === null ? 0 : last.line.range.start + last.line.text.trimEnd().length - cut.remark.text.length;
  const trailing =
    cut.remark === null
      ? null
      : {
          text: cut.remark.text,
          line: last.line.line,
          range: { start: remarkStart, end: remarkStart + cut.remark.text.length },
        };
  const text = (cut.remark === null ? body.trim() : cut.text).replace(/\u00a0/g, ' ');
  return [{ type: 'command', text, lines: lines.map(({ line }) => line), start, end, prompt: first.prompt, trailing }];
}
