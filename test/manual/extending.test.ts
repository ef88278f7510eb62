import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildSync } from 'esbuild';
import { expect, test } from 'vitest';
import type { Engine } from '../../runner/core/engine.ts';
import { Binder } from '../../runner/matcher/bindings/bindings.ts';
import type { Canon } from '../../runner/matcher/canons/canon.ts';
import { envOf } from '../../runner/matcher/comparison.ts';
import { type CommandFacts, readCommand } from '../../runner/matcher/facts.ts';
import type { Form } from '../../runner/matcher/forms/form.ts';
import type { Tolerance } from '../../runner/matcher/tolerances/tolerance.ts';
import type { Dialect, Page } from '../../runner/parser/dialects/dialect.ts';
import { splitLines, textOf } from '../../runner/parser/lines.ts';
import { openSession } from '../../runner/session/index.ts';
import { readExamples } from '../matcher/examples.ts';
import { readPage } from './pages.ts';

const repository = join(import.meta.dirname, '../..');

/** What the page's example exports, built as if it stood in a folder of runner/. */
async function exampleOf<Name extends string, What>(page: string, folder: string, name: Name): Promise<What> {
  const contents = /^```ts run=false\n([\s\S]*?)^```$/m.exec(await readPage(`${page}.ko.md`))?.[1] ?? '';
  const built = join(repository, 'node_modules/.cache/tutor');
  mkdirSync(built, { recursive: true });
  const outfile = join(built, `${page}.mjs`);
  buildSync({
    stdin: { contents, resolveDir: join(repository, 'runner', folder), loader: 'ts' },
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    outfile,
  });
  const example = (await import(pathToFileURL(outfile).href)) as Record<Name, What>;
  return example[name];
}

/** The pairs of its examples that come out otherwise than they say. */
function wrongOf(examples: string, read: (line: string) => string) {
  const { same, different } = readExamples(examples);
  expect(same).not.toEqual([]);
  return [...same.filter(([a, b]) => read(a) !== read(b)), ...different.filter(([a, b]) => read(a) === read(b))];
}

test('a tolerance is what its page shows', async () => {
  const { name, forms, examples } = await exampleOf<'jobNumber', Tolerance>(
    'extending-tolerance',
    'matcher/tolerances',
    'jobNumber',
  );
  expect(wrongOf(examples, (line) => line.replace(new RegExp(forms.join('|'), 'gu'), `<${name}>`))).toEqual([]);
});

test('a canon is what its page shows', async () => {
  const { read, examples } = await exampleOf<'finished', Canon>('extending-canon', 'matcher/canons', 'finished');
  const facts: CommandFacts = readCommand('cat log', {});
  expect(wrongOf(examples, (line) => read(line, facts))).toEqual([]);
});

test('a form is what its page shows', async () => {
  const form = await exampleOf<'dashes', Form>('extending-form', 'matcher/forms', 'dashes');
  const facts = readCommand('cat list', {});
  const env = envOf(facts, new Binder({}, undefined, 'cat list'));
  const readAt = (lines: readonly string[]) => form.read({ lines, at: 0, elisions: false, facts });
  const [mine, turned, other] = [readAt(['- a', '- b', 'end']), readAt(['- b', '- a']), readAt(['- a', '- c'])];
  if (!mine || !turned || !other) throw new Error('not read');
  expect(mine.lines).toEqual(['- a', '- b']);
  expect(readAt(['a list'])).toBeNull();
  expect(form.compare(mine, turned, env)).toMatchObject({ holds: true, uses: [{ name: 'row-order' }] });
  expect(form.compare(mine, other, env).holds).toBe(false);
});

test('a dialect is what its page shows', async () => {
  const dialect = await exampleOf<'atCode', Dialect>('extending-dialect', 'parser/dialects', 'atCode');
  const source = 'First:\n@code bash\ndocker ps\n@end\n';
  const page: Page = { source, lines: splitLines(source) };
  expect(dialect.carve(page, 0)).toBeNull();
  const found = dialect.carve(page, 1);
  expect(found).toMatchObject({ lang: 'bash', open: 1, last: 3, closed: true });
  expect(page.lines.slice(found?.from, found?.to).map((line) => textOf(source, line))).toEqual(['docker ps']);
});

test('an engine is what its page shows', async () => {
  const start = await exampleOf<'startFolder', () => Promise<Engine>>('extending-engine', 'engine', 'startFolder');
  const engine = await start();
  try {
    await engine.copyIn(import.meta.dirname, engine.workspace);
    expect(await engine.exec(['ls', 'extending.test.ts'], { cwd: engine.workspace })).toMatchObject({ exitCode: 0 });
    const session = await openSession({
      start: (rc, cwd) => engine.shell({ rc, cwd }),
      cwd: engine.workspace,
      signal: new AbortController().signal,
      exec: engine.exec,
      secrets: [],
    });
    const typed = await session.run({ text: 'pwd', into: 'shell', timeoutMs: 10_000, answers: [] });
    expect(typed).toMatchObject({ text: engine.workspace, exitCode: 0 });
    await session.close();
  } finally {
    await engine.stop();
    await engine.stop();
  }
});
