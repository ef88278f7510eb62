import { readFile, stat } from 'node:fs/promises';
import { basename, join, posix, relative } from 'node:path';
import { glob } from 'tinyglobby';
import * as z from 'zod';
import { insideRepository } from '../config/repository.ts';
import type { Course, CourseAsset, CourseScript, CourseSection } from '../core/course.ts';
import { because, type Message, message } from '../core/message.ts';
import { documentsIn } from './documents.ts';
import type { CourseFormat } from './format.ts';
import { inForm, readCourseFile } from './read-file.ts';

const text = z.string().optional();

/** A page; Katacoda calls the background script `courseData`, the one in the foreground `code`. */
const page = z.object({
  title: text,
  text,
  background: text,
  foreground: text,
  courseData: text,
  code: text,
  verify: text,
});

type Page = z.infer<typeof page>;

/** `index.json` of a scenario (killercoda.com/creators; scenario-examples of Killercoda and Katacoda). */
const schema = z.object({
  title: z.string().default(''),
  details: z.object({
    intro: page.optional(),
    steps: z.array(page).default([]),
    finish: page.optional(),
    assets: z
      .record(z.string(), z.array(z.object({ file: z.string(), target: z.string().default('~/'), chmod: text })))
      .default({}),
  }),
  backend: z.object({ imageid: z.string().default('ubuntu') }).default({ imageid: 'ubuntu' }),
});

/** Backends that are one Linux machine; the others have a cluster, or a language and no Docker. */
const plainMachines = ['ubuntu', 'debian', 'docker', 'bash', 'linux'];

/** Machine on which the reader works; what is for another one is for nobody here. */
const readersHost = 'host01';

/** Scenarios of Killercoda and of Katacoda, which it goes on with. */
export const killercoda: CourseFormat = {
  files: ['index.json'],
  async read(path, folder) {
    // Many programs have an `index.json`.
    if (!(await readFile(path, 'utf8')).includes('"details"')) return null;
    const file = await readCourseFile(path);
    if (!isScenario(file.values)) return null;
    const { title, details, backend } = inForm(file, schema);
    const problems: Message[] = [];
    const missing = (name: string) => problems.push(message('course-file-missing', { name }, { path }));
    const pages: readonly (readonly [string, Page | undefined])[] = [
      ['intro', details.intro],
      ...details.steps.map((step, at) => [`step${at + 1}`, step] as const),
      ['finish', details.finish],
    ];
    const sections = await Promise.all(
      pages.map(async ([id, one]): Promise<readonly CourseSection[]> => {
        if (one?.text === undefined) return [];
        const own = await insideRepository(folder, one.text, { path });
        if (!(await isFile(own))) {
          missing(one.text);
          return [];
        }
        return [
          {
            id,
            title: one.title ?? (id === 'intro' && title !== '' ? title : null),
            path: own,
            scripts: await scriptsOf(one, { folder, path, missing }),
          },
        ];
      }),
    );
    const { [readersHost]: own = [], ...others } = details.assets;
    for (const host of Object.keys(others)) problems.push(message('course-other-host', { host }, { path }, 'info'));
    const assets = (await Promise.all(own.map((asset) => assetsOf(asset, { folder, path, missing })))).flat();
    return {
      format: 'killercoda',
      id: basename(folder),
      title: title || basename(folder),
      path,
      sections: sections.flat(),
      start: 'home',
      files: null,
      assets,
      documents: await documentsIn(assets),
      tests: {},
      services: [],
      values: {},
      elsewhere: plainMachines.some((name) => backend.imageid.startsWith(name))
        ? null
        : because('course-other-machine', { machine: backend.imageid }),
      problems,
    } satisfies Course;
  },
};

function isScenario(values: unknown): boolean {
  return typeof values === 'object' && values !== null && 'details' in values && 'title' in values;
}

/** Where a course lies, and who is told of what it names and has not. */
interface Around {
  readonly folder: string;
  /** Of the file that describes it. */
  readonly path: string;
  readonly missing: (name: string) => void;
}

async function scriptsOf(one: Page, { folder, path, missing }: Around): Promise<CourseScript[]> {
  const named: readonly (readonly [CourseScript['role'], string | undefined])[] = [
    ['background', one.background ?? one.courseData],
    ['foreground', one.foreground ?? one.code],
    ['check', one.verify],
  ];
  const found = await Promise.all(
    named.map(async ([role, name]): Promise<readonly CourseScript[]> => {
      if (name === undefined) return [];
      const content = await readFile(await insideRepository(folder, name, { path }), 'utf8').catch(() => null);
      if (content !== null) return [{ role, name, content }];
      missing(name);
      return [];
    }),
  );
  return found.flat();
}

interface Asset {
  readonly file: string;
  readonly target: string;
  readonly chmod?: string | undefined;
}

/** The files that a name or a pattern stands for; what it says of folders is kept below the target. */
async function assetsOf({ file, target, chmod }: Asset, { folder, path, missing }: Around): Promise<CourseAsset[]> {
  const assets = join(folder, 'assets');
  const isPattern = /[*?[{]/.test(file);
  const found = isPattern
    ? await glob([file], { cwd: assets, absolute: true, dot: true })
    : (await isFile(join(assets, file)))
      ? [join(assets, file)]
      : [];
  if (found.length === 0) missing(join('assets', file));
  for (const one of found) await insideRepository(folder, one, { path });
  return found.sort().map((from) => ({
    from,
    to: posix.join(target, isPattern ? relative(assets, from) : basename(from)),
    mode: chmod ?? null,
  }));
}

async function isFile(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null))?.isFile() ?? false;
}
