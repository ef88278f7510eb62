import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findChapters } from '../../runner/config/chapter-files.ts';
import { readConfig } from '../../runner/config/config-file.ts';
import type { Engine } from '../../runner/core/engine.ts';
import { readItinerary } from '../../runner/pipeline/read-itinerary.ts';
import { Stay } from '../../runner/pipeline/stay.ts';
import { copyWorkspace } from '../../runner/pipeline/workspace.ts';
import { planPage } from '../../runner/planner/page/plan-page.ts';
import { readSnapshot, writeSnapshot } from '../../runner/snapshot/store.ts';

const secret = 'API_KEY=of-the-build-machine\n';
const leadsOut = /leads out of/;
let top: string;
let repository: string;

/** A repository somebody sends, and beside it what belongs to the machine. */
beforeEach(() => {
  top = realpathSync(mkdtempSync(join(tmpdir(), 'tutor-repository-')));
  repository = join(top, 'repository');
  write('secrets/key', secret);
  write('secrets/ch01.md', '# Kept elsewhere\n');
  write('secrets/ch01/28.md', '# ch01 · Docker 28\n');
  for (const folder of ['.git', 'docs', 'files']) mkdirSync(join(repository, folder), { recursive: true });
  write('repository/files/page.html', 'hello\n');
});
afterEach(() => rmSync(top, { recursive: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(top, path)), { recursive: true });
  writeFileSync(join(top, path), text);
}

const link = (name: string, target: string) => symlinkSync(target, join(repository, name));
const chapter = (id = 'ch01') => ({ id, path: join(repository, `docs/${id}.md`), section: null });
const find = async () => findChapters([], await readConfig(repository), repository);

function writeChapter(settings: string): void {
  write('repository/docs/ch01.md', `---\ntutor:\n  ${settings}\n---\n# One\n\n    $ ls\n`);
}

describe('assets', () => {
  const outside = ['../../secrets', '/etc', '../files/../../secrets', 'a-link', 'a-link/deeper', '../..'];
  test.each(outside)(
    '%s is refused where the plan is made, at its line, and where it would be copied',
    async (assets) => {
      link('docs/a-link', '../../secrets');
      writeChapter(`assets: ${assets}`);
      const read = readItinerary(chapter(), repository);
      await expect(read).rejects.toThrow(leadsOut);
      await expect(read).rejects.toMatchObject({ exitCode: 2, details: { line: 3 } });
    },
  );

  test('a link that is changed after the plan was made', async () => {
    link('docs/a-link', '../files');
    writeChapter('assets: a-link');
    const itinerary = await readItinerary(chapter(), repository);
    rmSync(join(repository, 'docs/a-link'));
    link('docs/a-link', '../../secrets');
    const open = Stay.begin({} as Engine, itinerary, { chapterPath: chapter().path, assets: null } as never);
    await expect(open).rejects.toThrow(leadsOut);
  });

  test.each(['../files', 'a-link', '../not-there-yet', '.'])(
    '%s lies inside, and the plan shows it',
    async (assets) => {
      link('docs/a-link', '../files');
      writeChapter(`assets: ${assets}`);
      const { plan } = await readItinerary(chapter(), repository);
      for (const locale of ['en', 'ko'] as const) {
        const page = planPage(plan, { columns: 80, paint: (_format, text) => text, locale });
        expect(page.split('\n')[3]).toContain(assets);
      }
    },
  );
});

describe('links among the files of a chapter without a repository', () => {
  test('what they lead to is not brought along', async () => {
    write('alone/one.md', '# One\n');
    write('alone/own.txt', 'own\n');
    symlinkSync(join(top, 'secrets'), join(top, 'alone/theirs'));
    let copied = '';
    const copyIn = async (from: string) => {
      copied = readdirSync(from, { recursive: true }).join(' ');
    };
    await copyWorkspace({ workspace: '/work', copyIn } as unknown as Engine, join(top, 'alone/one.md'), null);
    expect(copied).toContain('own.txt');
    expect(copied).not.toContain('key');
  });
});

describe('tutor.yml', () => {
  test.each(['../secrets', '/tmp', 'a-link', 'a-link/new'])('snapshots: %s is refused', async (snapshots) => {
    link('a-link', '../secrets');
    write('repository/tutor.yml', `snapshots: ${snapshots}\n`);
    await expect(readConfig(repository)).rejects.toThrow(leadsOut);
  });

  test.each(['recorded', 'docs/recorded', 'a-link'])('snapshots: %s lies inside', async (snapshots) => {
    link('a-link', 'files');
    write('repository/tutor.yml', `snapshots: ${snapshots}\n`);
    expect((await readConfig(repository)).snapshots).toBe(join(repository, snapshots));
  });

  test('the folder of tutor.yml may be one of several in a repository', async () => {
    write('repository/site/tutor.yml', 'chapters: ["../docs/*.md"]\nsnapshots: ../recorded\n');
    writeChapter('images: []');
    const config = await readConfig(join(repository, 'site'));
    expect(config.snapshots).toBe(join(repository, 'recorded'));
    expect(await findChapters([], config, repository)).toEqual([chapter()]);
  });

  test('chapters: a pattern or a link that leads out is refused', async () => {
    write('repository/tutor.yml', 'chapters: ["../secrets/*.md"]\n');
    await expect(find()).rejects.toThrow(leadsOut);
    write('repository/tutor.yml', 'chapters: ["docs/*.md"]\n');
    link('docs/ch02.md', '../../secrets/ch01.md');
    await expect(find()).rejects.toThrow(leadsOut);
  });

  test('chapters: a link that stays inside is a chapter', async () => {
    write('repository/files/ch02.md', '# Two\n');
    link('docs/ch02.md', '../files/ch02.md');
    expect(await find()).toEqual([chapter('ch02')]);
  });
});

test('after: a chapter outside is none to build on', async () => {
  writeChapter('after: [../../secrets/ch01.md]');
  await expect(readItinerary(chapter(), repository)).rejects.toThrow(leadsOut);
});

describe('a snapshot that is a link', () => {
  const entry = { section: 'One', command: 'ls', occurrence: 0, output: 'page.html', exitCode: 0 };
  const snapshot = { chapter: 'ch01', generation: '28', entries: [entry] };
  const folder = () => join(repository, 'snapshots');

  test.each([
    ['snapshots/ch01', '../../secrets/ch01'],
    ['snapshots/ch01/28.md', '../../../secrets/key'],
    ['snapshots/ch01/28.md', '../../../secrets/not-there-yet'],
  ])('%s to the outside is neither read nor written through', async (name, target) => {
    mkdirSync(dirname(join(repository, name)), { recursive: true });
    link(name, target);
    await expect(readSnapshot(folder(), 'ch01', '28')).rejects.toThrow(leadsOut);
    await expect(writeSnapshot(folder(), snapshot)).rejects.toThrow(leadsOut);
    expect(readFileSync(join(top, 'secrets/key'), 'utf8')).toBe(secret);
  });

  test('one of its own is written and read', async () => {
    await writeSnapshot(folder(), snapshot);
    expect(await readSnapshot(folder(), 'ch01', '28')).toEqual(snapshot);
  });
});
