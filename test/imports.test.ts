import { readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { globSync } from 'tinyglobby';
import { expect, test } from 'vitest';

const runner = join(import.meta.dirname, '../runner');

const understanding = ['core', 'command', 'printed', 'dockerfile'];
const middle = [...understanding, 'config'];
const all = [
  ...middle,
  'parser',
  'planner',
  'session',
  'engine',
  'matcher',
  'reporter',
  'updater',
  'snapshot',
  'lint',
  'pipeline',
];

/** What each folder may import besides itself. Imports go one way: from what is built on to what it is built of. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  core: [],
  command: ['core'],
  printed: ['core', 'command'],
  dockerfile: ['core', 'command', 'printed'],
  config: ['core'],
  parser: understanding,
  planner: understanding,
  session: understanding,
  engine: middle,
  matcher: understanding,
  reporter: understanding,
  updater: understanding,
  snapshot: understanding,
  lint: middle,
  pipeline: [...middle, 'parser', 'planner', 'session', 'engine', 'matcher', 'reporter', 'updater', 'snapshot', 'lint'],
  guide: all,
  remark: all,
  vitest: all,
  commands: [...all, 'guide', 'vitest'],
  '.': ['commands', 'engine'],
};

const files = globSync(['**/*.ts'], { cwd: runner });

test('imports go one way', () => {
  const wrong = files.flatMap((file) => {
    const folder = folderOf(file);
    const targets = relativeImports(readFileSync(join(runner, file), 'utf8')).map((specifier) =>
      folderOf(normalize(join(dirname(file), specifier))),
    );
    return targets
      .filter((target) => target !== folder && !allowed[folder]?.includes(target))
      .map((target) => `${file} imports ${target}/`);
  });
  expect(wrong).toEqual([]);
});

test('the table is about folders that exist', () => {
  expect(Object.keys(allowed).sort()).toEqual([...new Set(files.map(folderOf))].sort());
});

test('no file is over 300 lines', () => {
  const lines = (file: string) => readFileSync(join(runner, file), 'utf8').split('\n').length - 1;
  expect(files.filter((file) => lines(file) > 300)).toEqual([]);
});

test('there is no folder for leftovers', () => {
  expect(files.filter((file) => /(^|\/)(utils?|helpers?|misc|common)\//.test(file))).toEqual([]);
});

function folderOf(file: string): string {
  const [first, ...rest] = relative('.', file).split('/');
  return rest.length === 0 ? '.' : (first ?? '.');
}

function relativeImports(source: string): string[] {
  return [...source.matchAll(/(?:from|import)\s*\(?\s*'(\.{1,2}\/[^']+\.ts)'/g)].flatMap((match) => match[1] ?? []);
}
