import type { CommandStep } from '../../runner/core/plan.ts';
import type { ReplayedOutput } from '../../runner/pipeline/replay.ts';
import type { UpdateOptions } from '../../runner/updater/index.ts';

/** A case of test/cases/update: a chapter before, what its commands really print, and the chapter after. */
export interface UpdateCase {
  readonly title: string;
  readonly before: string;
  readonly after: string;
  readonly outputOf: () => (step: CommandStep) => ReplayedOutput | null;
  readonly options: UpdateOptions;
  /** Of variables. */
  readonly values: ReadonlyMap<string, string>;
}

interface Part {
  readonly heading: string;
  readonly info: string;
  readonly text: string;
}

/** Reads a case. `## After` without a fence: nothing may change. */
export function readCase(markdown: string): UpdateCase {
  const parts = fencesOf(markdown);
  const before = parts.find(({ heading }) => heading === '## Before');
  const after = parts.find(({ heading }) => heading === '## After');
  if (!before || !/^## After$/m.test(markdown)) throw new Error('a case needs "## Before" and "## After"');
  const given = /^Options: (.*)$/m.exec(markdown)?.[1] ?? '';
  const value = (name: string) => new RegExp(`${name}=([^\\s\`]+)`).exec(given)?.[1] ?? null;
  return {
    title: /^# (.*)$/m.exec(markdown)?.[1] ?? '',
    before: documentOf(before),
    after: documentOf(after ?? before),
    outputOf: () => replayer(parts.filter(({ heading }) => heading.startsWith('### '))),
    values: new Map([...given.matchAll(/--set ([\w-]+)=([^\s`]+)/g)].map(([, name = '', value = '']) => [name, value])),
    options: {
      add: given.includes('--add'),
      refresh: given.includes('--refresh'),
      modernise: given.includes('--modernise'),
      errors: given.includes('--errors'),
      personal: { home: value('home') ?? '/root', user: value('user'), hostName: value('host') },
    },
  };
}

/** Each output is given once, in the order of the case, to the command that its heading names. */
function replayer(parts: readonly Part[]): (step: CommandStep) => ReplayedOutput | null {
  const left = [...parts];
  return ({ text }) => {
    const first = text.split('\n')[0] ?? '';
    const at = left.findIndex(({ heading }) => /`(.*)`/.exec(heading)?.[1] === first);
    const [part] = at < 0 ? [] : left.splice(at, 1);
    if (!part) return null;
    const exit = /exit (\d+)/.exec(part.heading)?.[1];
    const ended = part.heading.includes('time-out') ? 'timeout' : part.heading.endsWith('opens') ? 'opened' : 'exit';
    return { text: part.text, exitCode: exit === undefined ? 0 : Number(exit), ended };
  };
}

/** `md crlf no-newline`, `md cr`: how the document of a fence ends its lines. */
function documentOf({ text, info }: Part): string {
  const newline = info.includes('crlf') ? '\r\n' : /\bcr\b/.test(info) ? '\r' : '\n';
  const whole = info.includes('no-newline') ? text : `${text}\n`;
  return (info.includes('bom') ? '\uFEFF' : '') + whole.replaceAll('\n', newline);
}

function fencesOf(markdown: string): Part[] {
  const parts: Part[] = [];
  let heading = '';
  let open: { fence: string; info: string; lines: string[] } | null = null;
  for (const line of markdown.split('\n')) {
    if (open) {
      if (line === open.fence) {
        parts.push({ heading, info: open.info, text: open.lines.join('\n') });
        open = null;
      } else open.lines.push(line);
      continue;
    }
    const start = /^(`{3,})(.*)$/.exec(line);
    if (start) open = { fence: start[1] ?? '', info: start[2] ?? '', lines: [] };
    else if (/^#{2,3} /.test(line)) heading = line.trim();
  }
  return parts;
}
