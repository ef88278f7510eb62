import type { KeptLines } from './bounded-lines.ts';

/** The text of a step, made of what each of its lines left on the screen. */
export interface ShownText {
  readonly text: string;
  readonly omittedLines: number;
  readonly omittedAfter: number;
}

/** Bash's notices about background jobs that have ended: they belong to no command. */
const jobNotice =
  /^\[\d+\][ +-]\s+(?:Done|Exit \d+|Hangup|Interrupt|Quit|Illegal instruction|Aborted|Killed|Bus error|Segmentation fault|Broken pipe|Alarm clock|Terminated|Done\(\d+\))(?: \(core dumped\))?\s{2,}\S/;

/** Commands that are about jobs: there the notices are what they print. */
const aboutJobs = /\b(?:jobs|fg|bg|wait)\b/;

/** Joins the parts of a step's output. */
export function joinShown(parts: readonly KeptLines[], command: string): ShownText {
  const keepNotices = aboutJobs.test(command);
  const lines: string[] = [];
  let omittedLines = 0;
  let omittedAfter = 0;
  for (const part of parts) {
    if (part.omitted > 0) {
      omittedAfter = lines.length + part.omittedAfter;
      omittedLines += part.omitted;
    }
    lines.push(...(keepNotices ? part.lines : part.lines.filter((line) => !jobNotice.test(line))));
  }
  return { text: lines.join('\n'), omittedLines, omittedAfter };
}

/** Without the empty line on which the cursor rests after a final newline. */
export function withoutCursorLine(kept: KeptLines): KeptLines {
  return kept.lines.at(-1) === '' ? { ...kept, lines: kept.lines.slice(0, -1) } : kept;
}

/** Without the `^C` that Ctrl-C itself puts on the screen. */
export function withoutInterrupt(before: string, after: string): string {
  const rest = after.slice(before.length).replace(/^\n?\^C\n?/, '\n');
  return (before + rest).trimEnd();
}
