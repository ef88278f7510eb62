import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openSession } from '../../runner/session/index.ts';
import { typeInto } from './contract.ts';
import { shellHere } from './shell-here.ts';

const relay = join(import.meta.dirname, 'choppy-relay.mjs');

/** What output is made of: text of one to four bytes a character, colours, cursor movement, titles, forged marks. */
const piece = fc.constantFrom(
  ...['word', ' ', '한글', '🐳', 'e\\u0301', '\\n', '\\r', '\\b', '\\t', '\\xff', '\\0'],
  ...['\\e[31m', '\\e[m', '\\e[2K', '\\e[K', '\\e[A', '\\e[?25l', '\\e]0;title\\a', '\\e]8;;http://x\\e\\\\'],
  ...['\\e]133;D;0;0;1;/\\a', '\\e]133;', '\\e[', '\\e', '$ ', '> '],
);
const output = fc.array(piece, { minLength: 1, maxLength: 12 }).map((pieces) => pieces.join(''));

/** A chapter that prints all that, among lines of its own. */
function chapter(outputs: readonly string[]): readonly string[] {
  return [
    'cd /tmp; VALUE=한글',
    ...outputs.map(
      (text, index) => `printf '%b\\n' $'begin ${index}\\n${text}\\e\\\\\\a\\nend ${index}'; (exit ${index})`,
    ),
    'echo "$VALUE $PWD"',
    'for n in 1 2\ndo echo "line $n"\ndone',
    ') oops',
    '# nothing',
    'bash --norc',
  ];
}

async function typed(commands: readonly string[], seed: number | null) {
  const here = await shellHere();
  const session = await openSession({
    start: async (rc, cwd) => {
      const shell = await here.start(rc, cwd);
      if (seed === null) return shell;
      return { ...shell, file: process.execPath, args: [relay, String(seed), shell.file, ...shell.args] };
    },
    cwd: here.folder,
    secrets: [],
    signal: new AbortController().signal,
  });
  const outputs = [];
  for (const text of commands) outputs.push(await typeInto(session, text));
  outputs.push(await typeInto(session, 'echo inside; false', { into: 'container' }));
  outputs.push(await typeInto(session, 'exit', { into: 'container' }));
  await session.close();
  await here.remove();
  return outputs.map(({ text, exitCode, ended }) => ({ text, exitCode, ended }));
}

describe('output that arrives in crumbs', () => {
  test('is read as if it came at once: marks, characters and sequences cut at any byte', {
    timeout: 120_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(output, { minLength: 2, maxLength: 4 }),
        fc.integer({ min: 1 }),
        async (outputs, seed) => {
          const commands = chapter(outputs);
          expect(await typed(commands, seed)).toEqual(await typed(commands, null));
        },
      ),
      { numRuns: 6 },
    );
  });
});
