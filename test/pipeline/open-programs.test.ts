import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { OpenPrograms } from '../../runner/pipeline/open-programs.ts';
import { openSession } from '../../runner/session/index.ts';
import { shellHere } from '../session/shell-here.ts';

/** Programs that an author has the reader open: how, the line that tells who has read it, and how one leaves. */
const programs = {
  bash: { open: 'bash --norc --noprofile -i', line: shellLine, leave: 'exit', into: 'container' },
  sh: { open: 'sh -i', line: shellLine, leave: 'exit', into: 'container' },
  // What a client or an interpreter is to the session: a prompt of its own, and no shell's lines.
  node: {
    open: 'node',
    line: (at: number) => `require("fs").appendFileSync(process.env.LOG, process.env.WHO + " ${at}\\n")`,
    leave: '.exit',
    into: 'repl',
  },
} as const;

/** What fails to open anything, each in its own way: at once, with an error, as a program that is not there. */
const failing = [
  'false',
  'su - nobody-of-this-name',
  'ssh -o BatchMode=yes -o ConnectTimeout=1 -p 1 nobody@127.0.0.1',
  'docker exec -it stopped-long-ago sh',
  'docker -H unix:///nowhere.sock run -it --rm busybox sh',
  'python3-of-no-release',
  'mysql-of-no-release -uroot -p',
  'psql-of-no-release shop',
];

type Name = keyof typeof programs;
type Act = Name | 'line' | 'leave' | (typeof failing)[number];

interface Line {
  readonly text: string;
  /** Index of the act that opens the program it is meant for; null for the terminal's own shell. */
  readonly opener: number | null;
  readonly into: 'shell' | 'container' | 'repl';
}

function shellLine(at: number): string {
  return `echo "$WHO ${at}" >> $LOG`;
}

/** The acts as lines, each for the program that is open if all goes well; what a failing one should open is a shell. */
function linesOf(acts: readonly Act[]): readonly Line[] {
  const stack: { readonly at: number; readonly name: Name }[] = [];
  return acts.flatMap((act, at): Line[] => {
    const top = stack.at(-1);
    const { line, leave, into } = programs[top?.name ?? 'bash'];
    const place = { opener: top?.at ?? null, into: top === undefined ? ('shell' as const) : into };
    if (act === 'line') return [{ text: line(at), ...place }];
    if (act === 'leave') {
      stack.pop();
      return [{ text: top === undefined ? ':' : leave, ...place }];
    }
    // No shell's command is typed into an interpreter.
    if (place.into === 'repl') return [{ text: line(at), ...place }];
    const name = act in programs ? (act as Name) : 'bash';
    stack.push({ at, name });
    return [{ text: act in programs ? `WHO=${at} ${programs[name].open}` : act, ...place }];
  });
}

test('no line reaches another program than the one that its own opener has opened', async () => {
  const act = fc.constantFrom<Act>('bash', 'sh', 'node', 'line', 'line', 'line', 'leave', 'leave', ...failing);
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 3, maxLength: 9 }), async (chosen) => {
      const lines = linesOf(chosen);
      for (const [who, at] of await typed(lines)) expect([at, who]).toEqual([at, lines[at]?.opener ?? null]);
    }),
    { numRuns: 10 },
  );
}, 180_000);

test('each of them is reached where its opener has opened it', async () => {
  const acts: readonly Act[] = [
    'sh',
    'line',
    'node',
    'line',
    'leave',
    'line',
    'su - nobody-of-this-name',
    'line',
    'leave',
    'line',
  ];
  const reached = (await typed(linesOf(acts))).map(([who, at]) => `${at} by ${who}`);
  expect(reached).toEqual(['1 by 0', '3 by 2', '5 by 0', '9 by 0']);
}, 60_000);

/** Types each line where it belongs, and tells which program has taken which. */
async function typed(lines: readonly Line[]): Promise<readonly (readonly [who: number | null, line: number])[]> {
  const folder = mkdtempSync(join(tmpdir(), 'open-programs-'));
  const log = join(folder, 'log');
  writeFileSync(log, '');
  const shell = await shellHere();
  const signal = new AbortController().signal;
  const session = await openSession({ start: shell.start, cwd: folder, env: {}, secrets: [], signal });
  try {
    const open = new OpenPrograms();
    const options = { answers: [], timeoutMs: 20_000 };
    await session.run({ text: `export LOG=${log}`, into: 'shell', ...options });
    for (const [at, { text, opener, into }] of lines.entries()) {
      const depth = opener === null ? 1 : open.depthOf(opener);
      if (depth === null) continue;
      await session.run({ text, into, depth, ...options });
      open.after(at, session.open);
    }
    const rows = readFileSync(log, 'utf8').split('\n').filter(Boolean);
    return rows.map((row) => {
      const [, who = '', at = ''] = /^(\d*) (\d+)$/.exec(row) ?? [];
      return [who === '' ? null : Number(who), Number(at)] as const;
    });
  } finally {
    await session.close();
    await shell.remove();
    rmSync(folder, { recursive: true, force: true });
  }
}
