import { readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { globSync } from 'tinyglobby';
import { expect, test } from 'vitest';

const runner = join(import.meta.dirname, '../runner');

const understanding = ['core', 'command', 'printed', 'dockerfile'];
const middle = [...understanding, 'config'];
const all = [
  ...middle,
  'course',
  'parser',
  'planner',
  'session',
  'engine',
  'matcher',
  'reporter',
  'updater',
  'snapshot',
  'lint',
  'world',
  'verdict',
  'pipeline',
];

interface May {
  /** Folders, besides itself. */
  readonly folders: readonly string[];
  readonly packages: readonly string[];
}

const of = (folders: readonly string[], ...packages: readonly string[]): May => ({ folders, packages });

/**
 * What each folder may import. Imports go one way: from what is built on to what it is built of. A package has few homes,
 * so that another one can take its place.
 */
const allowed: Readonly<Record<string, May>> = {
  core: of([]),
  command: of(['core'], 'unbash'),
  printed: of(['core', 'command']),
  dockerfile: of(['core', 'command', 'printed'], 'dockerfile-ast', 'yaml'),
  world: of(understanding),
  verdict: of([...understanding, 'world']),
  config: of(['core'], 'tinyglobby', 'yaml', 'zod'),
  course: of([...understanding, 'config'], 'tinyglobby', 'yaml', 'zod'),
  parser: of(
    understanding,
    'mdast',
    'mdast-util-from-markdown',
    'mdast-util-frontmatter',
    'mdast-util-gfm',
    'micromark-extension-frontmatter',
    'micromark-extension-gfm',
    'yaml',
    'zod',
  ),
  planner: of([...understanding, 'world']),
  session: of(understanding, '@lydell/node-pty', '@xterm/headless', 'execa'),
  engine: of(middle, 'zod'),
  matcher: of(understanding),
  reporter: of(understanding, 'zod'),
  updater: of(understanding, 'diff'),
  snapshot: of(middle),
  lint: of(middle),
  pipeline: of(
    [
      ...middle,
      'course',
      'parser',
      'planner',
      'session',
      'engine',
      'matcher',
      'reporter',
      'updater',
      'snapshot',
      'lint',
      'world',
      'verdict',
    ],
    'execa',
    'tinyglobby',
  ),
  guide: of(all),
  terminal: of([...all, 'guide'], 'diff', 'mdast'),
  page: of(
    [...all, 'guide'],
    '@xterm/addon-fit',
    '@xterm/xterm',
    'hast',
    'hast-util-to-html',
    'highlight.js',
    'lowlight',
    'mdast',
    'preact',
    'preact-render-to-string',
    'rehype-raw',
    'rehype-sanitize',
    'rehype-stringify',
    'remark-rehype',
    'unified',
    'ws',
  ),
  remark: of(all, 'mdast', 'unified'),
  vitest: of(all, '@jridgewell/gen-mapping', 'vitest'),
  api: of(all),
  commands: of([...all, 'guide', 'terminal', 'page', 'vitest'], 'commander', 'execa', 'zod'),
  '.': of(['api', 'commands', 'core', 'engine', 'remark', 'vitest']),
};

const files = globSync(['**/*.{ts,tsx}'], { cwd: runner, ignore: ['**/*.d.ts'] });

/** `import … from '…'`, `export … from '…'` and `import('…')`. */
const importing = /^(?:import|export)\s(?<names>[^;'"`]*?)\bfrom\s+'(?<from>[^']+)'|\bimport\('(?<late>[^']+)'\)/gm;

const imports = new Map(files.map((file) => [file, importsOf(file)]));

test('imports go one way', () => {
  const wrong = [...imports].flatMap(([file, { targets }]) => {
    const folder = folderOf(file);
    return targets
      .map(({ path }) => folderOf(path))
      .filter((target) => target !== folder && !allowed[folder]?.folders.includes(target))
      .map((target) => `${file} imports ${target}/`);
  });
  expect(wrong).toEqual([]);
});

test('a package is used in its folders only, and the table names no other', () => {
  const used = Object.keys(allowed).map((folder) => {
    const own = [...imports].filter(([file]) => folderOf(file) === folder);
    return [folder, [...new Set(own.flatMap(([, { packages }]) => packages))].sort()];
  });
  expect(Object.fromEntries(used)).toEqual(
    Object.fromEntries(Object.entries(allowed).map(([folder, { packages }]) => [folder, [...packages].sort()])),
  );
});

// Files that do can be neither understood nor loaded alone. A circle of types is none: types are gone when the program runs.
test('no values are imported in a circle', () => {
  expect(files.filter((file) => reaches(file, file))).toEqual([]);
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

interface Imports {
  /** Files of runner/; `value` where something is left of the import when the program runs. */
  readonly targets: readonly { readonly path: string; readonly value: boolean }[];
  readonly packages: readonly string[];
}

function importsOf(file: string): Imports {
  const found = [...readFileSync(join(runner, file), 'utf8').matchAll(importing)].map(({ groups }) => ({
    from: groups?.from ?? groups?.late ?? '',
    // What is loaded when it is needed closes no circle.
    value: groups?.late === undefined && !isOfTypes(groups?.names ?? ''),
  }));
  return {
    targets: found
      .filter(({ from }) => from.startsWith('.') && from.endsWith('.ts'))
      .map(({ from, value }) => ({ path: normalize(join(dirname(file), from)), value })),
    packages: found
      .map(({ from }) => from)
      .filter((from) => !/^(?:\.|node:)/.test(from))
      .map(packageOf),
  };
}

function isOfTypes(names: string): boolean {
  const inside = /^\{(.*)\}\s*$/s.exec(names)?.[1];
  return names.startsWith('type ') || (inside?.split(',').every((name) => /^\s*(?:type\s|$)/.test(name)) ?? false);
}

/** `vitest` of `vitest/node`, `@xterm/headless` of itself. */
function packageOf(specifier: string): string {
  return /^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? specifier;
}

function reaches(from: string, goal: string, seen: Set<string> = new Set()): boolean {
  for (const { path, value } of imports.get(from)?.targets ?? []) {
    if (!value || seen.has(path)) continue;
    seen.add(path);
    if (path === goal || reaches(path, goal, seen)) return true;
  }
  return false;
}
