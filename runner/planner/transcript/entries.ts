import { beginsWithDocker, namesDocker, understand } from '../../command/index.ts';
import { endsInBackslash } from '../../core/lines.ts';
import type { BrokenLine } from '../../core/plan.ts';
import type { SourceLine } from '../../core/source.ts';
import { answersPassword } from '../answers.ts';
import type { Entry, TypedEntry } from './entry.ts';
import { isRemark } from './extent.ts';
import type { Marked } from './marked.ts';
import { cutRemark } from './trailing.ts';
import { unwrapLines, wrappedCount } from './wrapped.ts';

/** Joins the lines of a block into commands and what stands between them. */
export function entriesOf(marked: readonly Marked[]): readonly Entry[] {
  const entries: Entry[] = [];
  for (let at = 0; at < marked.length; ) {
    const first = marked[at] as Marked;
    let count = 1;
    while (marked[at + count]?.joined) count++;
    if (first.role === 'typed')
      entries.push(typed(marked.slice(at, at + count), marked.slice(at + count, at + count + 3)));
    else entries.push({ type: first.role, line: first.line, prompt: first.prompt });
    at += count;
  }
  return withoutAnswers(withoutAnnounced(entries));
}

/** `password tea` below a client that asks for it is typed at its question: no command, and nothing that it prints. */
function withoutAnswers(entries: readonly Entry[]): readonly Entry[] {
  return entries.map((entry, at) => {
    const before = entries[at - 1];
    const line = entry.type === 'command' ? entry.lines[0] : entry.line;
    if (before?.type !== 'command' || line === undefined) return entry;
    return answersPassword(before.text, line.text) ? { type: 'comment', line, prompt: null } : entry;
  });
}

/** A line without a prompt that stands once more below itself with what it prints: the reader types it once. */
function withoutAnnounced(entries: readonly Entry[]): readonly Entry[] {
  return entries.map((entry, at) => {
    const [next, after] = entries.slice(at + 1, at + 3);
    const isTwice =
      entry.type === 'command' && next?.type === 'command' && entry.text === next.text && after?.type === 'output';
    const line = entry.type === 'command' && entry.prompt === null ? entry.lines[0] : undefined;
    return isTwice && line !== undefined && entry.lines.length === 1 ? { type: 'comment', line, prompt: null } : entry;
  });
}

function bodyOf({ line, prompt }: Marked): string {
  return line.text.slice(prompt?.length ?? 0);
}

function typed(lines: readonly Marked[], below: readonly Marked[]): TypedEntry {
  const [first, last] = [lines[0] as Marked, lines.at(-1) as Marked];
  const parts = withoutExplanations(lines);
  const bodies = parts.map((line, at) => (at < parts.length - 1 ? mended(bodyOf(line)) : bodyOf(line)));
  const shown = [...bodies, ...below.map(({ line }) => line.text)];
  const wrapped = lines.length > 1 && first.prompt !== null && wrappedCount(first.line.text, shown) === lines.length;
  const joined = wrapped ? bodies.reduce(unwrapLines) : bodies.reduce(joinLines);
  // Nothing goes on behind the last backslash: bash would wait for it.
  const body = joined.includes('<<') ? joined : joined.replace(/\s+\\\s*$/, '');
  const cut = cutRemark(body.trim());
  const lead = (bodies[0] ?? '').length - (bodies[0] ?? '').trimStart().length;
  const start = first.line.range.start + (first.prompt?.length ?? 0) + lead;
  const kept = last.line.text.trimEnd();
  const whole = last.line.range.start + (body === joined ? kept : kept.replace(/\s*\\$/, '')).length;
  const trailing = cut.remark === null ? null : remarkAt(last.line, cut.remark.text, whole);
  const end =
    trailing === null ? whole - (body.trim().length - cut.text.length) : endBefore(last.line, trailing.range.start);
  const broken = wrapped || body.includes('<<') ? null : brokenLine(parts.filter(({ line }) => !isRemark(line.text)));
  const text = withoutHighlights(unescapeLiquid(cut.text)).replace(/\u00a0/g, ' ');
  return {
    type: 'command',
    text,
    lines: lines.map(({ line }) => line),
    start,
    end,
    prompt: first.prompt,
    trailing,
    broken,
  };
}

/** The first line of a docker command that lacks its backslash, among others that have theirs, or has a blank behind it. */
function brokenLine(lines: readonly Marked[]): BrokenLine | null {
  const before = lines.slice(0, -1);
  const blank = before.find((line) => /\s\\[ \t]+$/.test(bodyOf(line)));
  if (blank !== undefined) return { line: blank.line.line, how: 'blank' };
  if (!before.some((line) => endsInBackslash(bodyOf(line)))) return null;
  const lost = before.findIndex((_, at) => {
    const text = lines
      .slice(0, at + 1)
      .map(bodyOf)
      .join('\n');
    return !/[\\`^]\s*$/.test(text) && beginsWithDocker(text) && understand(text).script.incomplete === null;
  });
  return lost < 0 ? null : { line: lines[lost]?.line.line ?? 0, how: 'lost' };
}

/** Remarks between the lines of a docker command that no backslash joins are not part of it. */
function withoutExplanations(lines: readonly Marked[]): readonly Marked[] {
  const [first] = lines;
  const joined = first === undefined || /\\\s*(?:#.*)?$|<</.test(first.line.text);
  return joined || !namesDocker(first.line.text)
    ? lines
    : lines.filter((line) => line === first || !isRemark(line.line.text));
}

function remarkAt(line: SourceLine, text: string, end: number): SourceLine {
  return { text, line: line.line, range: { start: end - text.length, end } };
}

/** Where the command ends before the mark of its remark. */
function endBefore(line: SourceLine, remark: number): number {
  const before = line.text
    .slice(0, remark - line.range.start)
    .replace(/\s*(?:#+|\/\/|<-{1,2}|-{1,2}>|=>|[←⇐→])\s*$/u, '');
  return line.range.start + before.length;
}

/** Blanks or a remark behind a backslash break the command for bash; the author meant it to go on. */
function mended(line: string): string {
  return line.replace(/\\\s+#.*$/, '\\').replace(/(?<=\s\\)[ \t]+$/, '');
}

/** Jekyll pages write `{{ "{{" }}.Name}}` or `{% raw %}{{.Name}}{% endraw %}` for braces that Liquid would eat. */
function unescapeLiquid(text: string): string {
  return text
    .replace(/\{\{\s*(["'])((?:\{\{|\{%)[^"'{}%]*|\}\}|%\})\1\s*\}\}/g, '$2')
    .replace(/\{%-?\s*(?:end)?raw\s*-?%\}/g, '');
}

/** Slides mark a value in code with back-ticks; none is a command that could stand there. */
function withoutHighlights(text: string): string {
  return text.replace(/`(<[\w -]+>|\d+(?:\.\d+)+)`/g, '$1');
}

/** A line that bash would take for a whole command goes on only for the reader: they type it on one line. */
function joinLines(text: string, next: string): string {
  const whole = beginsWithDocker(text) && !/[\\`^]\s*$/.test(text) && understand(text).script.incomplete === null;
  if (!whole) return `${text}\n${next}`;
  // Each line has its own remark; on one line the first would swallow the rest.
  if (/\s#+\s/.test(text)) return joinLines(text.replace(/\s+#+\s.*$/, ''), next);
  return /[\w/]-$/.test(text) && /^[\w.:-]+$/.test(next) ? `${text}${next}` : `${text} ${next.trim()}`;
}
