import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { OpenPrograms } from '../../runner/pipeline/open-programs.ts';
import { openSession } from '../../runner/session/index.ts';
import { shellHere } from '../session/shell-here.ts';

/** What an author has the reader type: something that opens a shell (or fails to), a line for it, and leaving it. */
type Act = 'open' | 'fail' | 'line' | 'leave';

interface Line {
  readonly text: string;
  /** Index of the act that opens the program it is meant for; null for the terminal's own shell. */
  readonly opener: number | null;
}

/** The acts as lines, each for the program that is open if all goes well. */
function linesOf(acts: readonly Act[]): readonly Line[] {
  const stack: number[] = [];
  return acts.flatMap((act, at): Line[] => {
    const opener = stack.at(-1) ?? null;
    if (act === 'leave' && opener === null) return [{ text: ':', opener }];
    if (act === 'leave') {
      stack.pop();
      return [{ text: 'exit', opener }];
    }
    if (act === 'line') return [{ text: `echo "$WHO ${at}" >> $LOG`, opener }];
    stack.push(at);
    return [{ text: act === 'open' ? `WHO=${at} bash --norc --noprofile -i` : 'false', opener }];
  });
}

test('no line reaches another shell than the one that its own opener has opened', async () => {
  const acts = fc.array(fc.constantFrom<Act>('open', 'fail', 'line', 'line', 'leave'), { minLength: 3, maxLength: 9 });
  await fc.assert(
    fc.asyncProperty(acts, async (chosen) => {
      const lines = linesOf(chosen);
      for (const [who, at] of await typed(lines)) expect([at, who]).toEqual([at, lines[at]?.opener ?? null]);
    }),
    { numRuns: 12 },
  );
}, 120_000);

/** Types each line where it belongs, and tells which shell has taken which. */
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
    for (const [at, { text, opener }] of lines.entries()) {
      const depth = opener === null ? 1 : open.depthOf(opener);
      if (depth === null) continue;
      await session.run({ text, into: opener === null ? 'shell' : 'container', depth, ...options });
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
