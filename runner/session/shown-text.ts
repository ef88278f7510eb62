import type { KeptLines } from './bounded-lines.ts';

/** The text of a step, made of what each of its lines left on the screen. */
export interface ShownText {
  readonly text: string;
  readonly omittedLines: number;
  readonly omittedAfter: number;
}

/**
 * Bash's notices about background jobs that have ended: they belong to no command. They stand right before the prompt,
 * behind an output without a final newline too.
 */
const jobNotice =
  /\[\d+\][ +-]\s+(?:Done|Exit \d+|Hangup|Interrupt|Quit|Illegal instruction|Aborted|Killed|Bus error|Segmentation fault|Broken pipe|Alarm clock|Terminated|Done\(\d+\))(?: \(core dumped\))?\s{2,}\S/;

/** Commands that are about jobs: there the notices are what they print. */
const aboutJobs = /\b(?:jobs|fg|bg|wait)\b/;

/** Whether notices about jobs are what a step shows: it is about jobs, or the chapter shows them. */
export function keepsNotices(command: string, shown = ''): boolean {
  return aboutJobs.test(command) || jobNotice.test(shown);
}

/** Joins the parts of a step's output. */
export function joinShown(parts: readonly KeptLines[], keepNotices: boolean): ShownText {
  const lines: string[] = [];
  let omittedLines = 0;
  let omittedAfter = 0;
  for (const part of parts) {
    if (part.omitted > 0) {
      omittedAfter = lines.length + part.omittedAfter;
      omittedLines += part.omitted;
    }
    lines.push(...(keepNotices ? part.lines : withoutNotices(part.lines)));
  }
  return { text: lines.join('\n'), omittedLines, omittedAfter };
}

function withoutNotices(lines: readonly string[]): readonly string[] {
  const shown: string[] = [];
  /** A quote of the job's command is open: the notice goes on. */
  let open = '';
  let glued = false;
  for (const line of lines) {
    const at = open === '' ? line.search(jobNotice) : 0;
    if (at === -1) {
      // Behind a line in the middle of an output it is none.
      if (glued) return lines;
      shown.push(line);
    } else {
      glued ||= at > 0;
      if (at > 0) shown.push(line.slice(0, at));
      open = openQuote(line.slice(at), open);
    }
  }
  // No quote is left open by a notice: then it was none.
  return open === '' ? shown : lines;
}

function openQuote(text: string, before: string): string {
  let open = before;
  for (const [mark] of text.matchAll(/(?<!\\)["']/g)) open = open === '' ? mark : open === mark ? '' : open;
  return open;
}

/** Without the empty line on which the cursor rests after a final newline. */
export function withoutCursorLine(kept: KeptLines): KeptLines {
  return kept.lines.at(-1) === '' ? { ...kept, lines: kept.lines.slice(0, -1) } : kept;
}

/**
 * What counts of a program that was ended with Ctrl-C: what it had shown before, however long that took; what it says as
 * it ends only where the chapter shows that.
 */
export function upToInterrupt(before: string, after: string, holds: ((text: string) => boolean) | undefined): string {
  if (!holds || holds(before) || !holds(after)) return before;
  // Ctrl-C itself puts `^C` on the screen.
  const rest = after.slice(before.length).replace(/^\n?\^C\n?/, '\n');
  return (before + rest).trimEnd();
}

/** Without the `^C` at the end that shows how somebody has ended the program. */
export function withoutKeyAtEnd(text: string): string {
  return text.endsWith('^C') ? text.slice(0, -2).trimEnd() : text;
}
