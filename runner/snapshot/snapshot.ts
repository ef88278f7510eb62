/** What a step of a chapter printed on one engine generation. */
export interface SnapshotEntry {
  /** Title of the section it stands in. */
  readonly section: string;
  readonly command: string;
  /** How often the same command was typed before in the same section, from 0. */
  readonly occurrence: number;
  readonly output: string;
  /** Null where none is known. */
  readonly exitCode: number | null;
}

/** The recorded outputs of a chapter on one engine generation. */
export interface Snapshot {
  readonly chapter: string;
  /** `20`, `28`. */
  readonly generation: string;
  readonly entries: readonly SnapshotEntry[];
}

/** One name for a step, the same as long as its section and its command are. */
export function keyOf({
  section,
  command,
  occurrence,
}: Pick<SnapshotEntry, 'section' | 'command' | 'occurrence'>): string {
  return JSON.stringify([section, command, occurrence]);
}

/**
 * A snapshot as Markdown that a reviewer reads in a diff: a heading for each section, the command in one fence, what it
 * printed in another.
 */
export function formatSnapshot({ chapter, generation, entries }: Snapshot): string {
  const parts = [`# ${chapter} · Docker ${generation}`];
  let section: string | null = null;
  for (const entry of entries) {
    if (entry.section !== section) parts.push(`## ${entry.section}`);
    section = entry.section;
    parts.push(fenced('console', entry.command));
    const status = entry.exitCode === null || entry.exitCode === 0 ? '' : ` exit=${entry.exitCode}`;
    parts.push(fenced(`text${status}`, entry.output));
  }
  return `${parts.join('\n\n')}\n`;
}

function fenced(info: string, text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/^`+/gm)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return text === '' ? `${fence}${info}\n${fence}` : `${fence}${info}\n${text}\n${fence}`;
}

/** Reads what {@link formatSnapshot} wrote. What it does not know it passes over: a snapshot is never a reason to fail. */
export function parseSnapshot(text: string): Snapshot {
  const [, chapter = '', generation = ''] = /^# (.*) · Docker (\S+)$/m.exec(text) ?? [];
  const entries: SnapshotEntry[] = [];
  const seen = new Map<string, number>();
  let section = '';
  let command: string | null = null;
  for (const part of partsOf(text)) {
    if (part.info === null) section = part.text;
    else if (part.info === 'console') command = part.text;
    else if (command !== null) {
      const name = JSON.stringify([section, command]);
      const occurrence = seen.get(name) ?? 0;
      seen.set(name, occurrence + 1);
      const exit = /exit=(\d+)/.exec(part.info)?.[1];
      entries.push({
        section,
        command,
        occurrence,
        output: part.text,
        exitCode: exit === undefined ? 0 : Number(exit),
      });
      command = null;
    }
  }
  return { chapter, generation, entries };
}

/** Section headings (`info` null) and fences, in order. */
function partsOf(text: string): { readonly info: string | null; readonly text: string }[] {
  const parts: { info: string | null; text: string }[] = [];
  let open: { fence: string; info: string; lines: string[] } | null = null;
  for (const line of text.split('\n')) {
    const start = /^(`{3,})(.*)$/.exec(line);
    if (open) {
      if (line === open.fence) {
        parts.push({ info: open.info, text: open.lines.join('\n') });
        open = null;
      } else open.lines.push(line);
    } else if (start) open = { fence: start[1] ?? '', info: start[2] ?? '', lines: [] };
    else if (line.startsWith('## ')) parts.push({ info: null, text: line.slice(3) });
  }
  return parts;
}
