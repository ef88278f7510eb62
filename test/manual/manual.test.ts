import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { globSync } from 'tinyglobby';
import { describe, expect, test } from 'vitest';
import { verbs } from '../../runner/commands/verbs.ts';
import { findChapters } from '../../runner/config/chapter-files.ts';
import { readConfig } from '../../runner/config/config-file.ts';
import { optionSpecs } from '../../runner/config/options.ts';
import type { Chapter } from '../../runner/core/chapter.ts';
import { reading } from '../../runner/core/messages/reading.ts';
import { tolerances } from '../../runner/core/messages/tolerances.ts';
import { lint, rules } from '../../runner/lint/lint.ts';
import { keySpecs } from '../../runner/parser/annotation-keys.ts';
import { parseChapter } from '../../runner/parser/index.ts';
import { planChapter } from '../../runner/planner/index.ts';
import { allPieces, manual, pageNames, pages, readPage } from './pages.ts';
import { regionsOf } from './regions.ts';

const repository = join(manual, '../..');
const read = (name: string) => readFileSync(join(manual, name), 'utf8');
const chapterOf = (name: string): Chapter => parseChapter(read(name), { id: name, path: name });

/** What is said here in words is held against the code's own tables; the rest is written by `npm run manual`. */
describe.each(pageNames)('%s', (name) => {
  test('says what the program says now (else: npm run manual)', async () => {
    expect(await readPage(name)).toBe((await pages()).get(name));
  });

  test('types nothing and has nothing to stumble over', () => {
    const plan = planChapter(chapterOf(name));
    expect(plan.steps.map(({ line }) => line)).toEqual([]);
    expect(
      lint({ before: [], plan }, { hasFile: () => true, isUnversioned: () => false }).map(({ message }) => message),
    ).toEqual([]);
  });

  test('links to what is there', () => {
    const targets = [...read(name).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target ?? '');
    expect(targets.filter((target) => !leadsSomewhere(name, target))).toEqual([]);
  });

  test('names commands and options that exist', () => {
    const wrong = callsIn(name).flatMap(({ verb, options }) => {
      const known = new Set(verbs[verb]?.options.flatMap((option) => flagsOf(option)));
      return verbs[verb] === undefined ? [verb] : options.filter((option) => !known.has(option));
    });
    expect(wrong).toEqual([]);
  });
});

test('every piece that the program can say stands somewhere', async () => {
  const used = new Set(pageNames.flatMap((name) => regionsOf(read(name))));
  expect([...used].sort()).toEqual([...(await allPieces()).keys()].sort());
});

test('every page can be found from the index of its language', () => {
  const indexOf = (name: string) => (isKorean(name) ? 'index.ko.md' : 'index.md');
  const unlinked = pageNames.filter((name) => name !== indexOf(name) && !read(indexOf(name)).includes(`(${name})`));
  expect(unlinked).toEqual([]);
});

describe.each(pageNames.filter((name) => !isKorean(name)))('%s and its Korean page', (name) => {
  const korean = name.replace('.md', '.ko.md');

  test('lead to pages of their own language', () => {
    const targetsOf = (page: string) =>
      [...read(page).matchAll(/\]\(([a-z-]+(?:\.ko)?\.md)/g)].map(([, to]) => to ?? '');
    const across = [name, korean].flatMap((page) =>
      targetsOf(page).filter(
        (to) => isKorean(to) !== isKorean(page) && to.replace('.ko', '') !== page.replace('.ko', ''),
      ),
    );
    expect(across).toEqual([]);
  });

  test('name the same things in their tables', () => {
    const namesOf = (page: string) =>
      tablesIn(read(page))
        .map((names) => [...names].sort())
        .filter((names) => names.length > 0);
    expect(namesOf(korean)).toEqual(namesOf(name));
  });

  test('have the same sections and the same code', () => {
    const shapeOf = (page: string) => {
      const { sections, blocks } = chapterOf(page);
      return { depths: sections.map(({ depth }) => depth), code: blocks.map(({ lang }) => lang) };
    };
    expect(shapeOf(korean)).toEqual(shapeOf(name));
  });
});

function isKorean(page: string): boolean {
  return page.endsWith('.ko.md');
}

test('every example is a chapter of this repository', async () => {
  const config = await readConfig(repository);
  const chapters = (await findChapters([], config, repository)).map(({ path }) => path);
  const examples = globSync('examples/*.md', { cwd: manual, absolute: true });
  expect(examples.filter((path) => !chapters.includes(path))).toEqual([]);
  expect(examples).not.toEqual([]);
});

test('every key of an annotation has an example, and every example is right', () => {
  const examples = chapterOf('annotations.md').blocks.filter(({ lang }) => lang === 'markdown');
  const chapters = examples.map(({ lines }) => {
    const text = `${lines.map((line) => line.text).join('\n')}\n`;
    return { text, ...parseChapter(text, { id: 'example', path: 'annotations.md' }) };
  });
  expect(chapters.flatMap(({ messages }) => messages)).toEqual([]);
  const shown = Object.keys(keySpecs).filter((key) => chapters.some(({ text }) => text.includes(`${key}=`)));
  expect(shown).toEqual(Object.keys(keySpecs));
});

test('every key of tutor.yml is told, and no other', () => {
  const source = readFileSync(join(repository, 'runner/config/config-file.ts'), 'utf8');
  const keys = [...source.matchAll(/^ {2}(\w+): (?:z\.|values,)/gm)].map(([, key]) => key);
  expect(tablesIn(read('configuration.md'))[0]).toEqual(keys);
});

test('every folder of the program is told, and no other', () => {
  const told = tablesIn(read('architecture.md'))[0]?.map((name) => `${name}/`);
  const folders = globSync('*/', { cwd: join(repository, 'runner'), onlyDirectories: true });
  expect([...(told ?? [])].sort()).toEqual(folders.sort());
});

test('every lint rule is told, and no other', () => {
  const [first, second] = tablesIn(read('linting.md'));
  expect(first).toEqual(rules.map(({ name }) => name));
  expect(second).toEqual(Object.keys(reading));
});

test('every tolerance that is not about a value is told, and no other', () => {
  const told = tablesIn(read('matching.md').split('## All other tolerances')[1] ?? '')[0] ?? [];
  const values = namesIn(read('matching.md').split('## Values that belong together')[0] ?? '');
  // `snapshots` is told with the snapshots.
  const all = Object.keys(tolerances).map((code) => code.replace('tolerance-', ''));
  expect(all.filter((name) => ![...values, 'snapshots'].includes(name)).sort()).toEqual([...told].sort());
});

/** The code spans in the first column of each table. */
function tablesIn(page: string): readonly (readonly string[])[] {
  return page
    .split(/\n(?!\|)/)
    .map((part) => part.split('\n').filter((line) => line.startsWith('| `')))
    .filter((rows) => rows.length > 0)
    .map((rows) => rows.flatMap((row) => namesIn(row.split(' | ')[0] ?? '')));
}

function namesIn(text: string): readonly string[] {
  return [...text.matchAll(/`([a-z0-9-]+)\/?`/g)].map(([, name]) => name ?? '');
}

function leadsSomewhere(from: string, target: string): boolean {
  if (/^https?:/.test(target)) return true;
  const [path = '', anchor] = target.split('#');
  const file = path === '' ? from : join(dirname(from), path);
  if (!existsSync(join(manual, file))) return false;
  return anchor === undefined || chapterOf(file).sections.some(({ slug }) => slug === anchor);
}

interface Call {
  readonly verb: string;
  readonly options: readonly string[];
}

/** `tutor VERB … --option`, as code in running text and in blocks of commands. */
function callsIn(name: string): readonly Call[] {
  const spans = [...read(name).matchAll(/(?<!`)`(tutor [^`\n]+)`(?!`)/g)].map(([, text]) => text ?? '');
  const blocks = chapterOf(name).blocks.filter(({ lang }) => lang === 'sh' || lang === 'yaml');
  const lines = blocks.flatMap(({ lines }) => {
    const text = lines.map((line) => line.text).join('\n');
    // A folded scalar of YAML is one line.
    return text.replace(/>-\n\s+|\n\s+(?=(?:tutor|--))/g, ' ').split('\n');
  });
  return [...spans, ...lines].flatMap((text) => {
    const [, verb, rest = ''] = /(?:^|\s)tutor ([a-z]+)(.*)/.exec(text) ?? [];
    return verb === undefined || verb === 'help' ? [] : [{ verb, options: longOptions(rest) }];
  });
}

function longOptions(text: string): readonly string[] {
  return [...text.matchAll(/(?<=\s)--[a-z-]+/g)].map(([option]) => option);
}

function flagsOf(option: keyof typeof optionSpecs): readonly string[] {
  return [...optionSpecs[option].flag.matchAll(/--[a-z-]+/g)].map(([flag]) => flag);
}
