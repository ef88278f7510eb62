import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../runner/commands/match.ts';
import type { Io } from '../../runner/commands/verb.ts';
import { type OptionName, type Options, optionSpecs } from '../../runner/config/options.ts';
import type { Locale } from '../../runner/core/message.ts';
import { fenced } from './markdown.ts';

const expected = `CONTAINER ID   IMAGE   COMMAND   CREATED          STATUS         PORTS   NAMES
5e4f3a2b1c0d   nginx   "nginx"   5 minutes ago    Up 5 minutes           web
`;
const actual = `CONTAINER ID   IMAGE   COMMAND   CREATED         STATUS         PORTS     NAMES
8f58ed56c6ca   nginx   "nginx"   2 seconds ago   Up 1 second              web
`;

/** What `tutor match` says of a table that holds, and of one that does not. */
export async function matchPieces(): Promise<readonly (readonly [string, string])[]> {
  const stopped = actual.replace('Up 1 second    ', 'Exited (1)    ');
  return [
    ['match/json', fenced('json', await said({ json: true }, actual, 'en'))],
    ['match/mismatch/en', fenced('text', await said({}, stopped, 'en'))],
    ['match/mismatch/ko', fenced('text', await said({}, stopped, 'ko'))],
    ['match/files', `${fenced('text', expected.trimEnd())}\n\n${fenced('text', actual.trimEnd())}`],
  ];
}

async function said(options: Partial<Options>, real: string, locale: Locale): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'tutor-manual-'));
  const files = { expected: join(folder, 'expected.txt'), actual: join(folder, 'actual.txt') };
  try {
    await writeFile(files.expected, expected);
    await writeFile(files.actual, real);
    const printed: string[] = [];
    const stdout = { write: (text: string) => printed.push(text) > 0, isTTY: false };
    const io = { stdout, stderr: stdout, env: {}, locale } as unknown as Io;
    const given = { ...defaults(), ...options, ...files, command: 'docker ps' };
    await run({ args: [], options: given, io });
    return printed.join('').trimEnd();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function defaults(): Options {
  const names = Object.keys(optionSpecs) as OptionName[];
  return Object.fromEntries(names.map((name) => [name, optionSpecs[name].schema.parse(undefined)])) as Options;
}
