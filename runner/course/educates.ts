import { readFile, stat } from 'node:fs/promises';
import { basename, join, posix, relative } from 'node:path';
import { glob } from 'tinyglobby';
import * as z from 'zod';
import { insideRepository } from '../config/repository.ts';
import type { Course, CourseAsset, CourseScript } from '../core/course.ts';
import { type Message, message } from '../core/message.ts';
import { documentsIn } from './documents.ts';
import type { CourseFormat } from './format.ts';
import { readCourseFile } from './read-file.ts';

/** `resources/workshop.yaml` (docs.educates.dev, workshop definition). */
const definition = z.object({
  kind: z.literal('Workshop'),
  spec: z.object({ title: z.string().default('') }).default({ title: '' }),
});

/** The order of the pages, in either of the ways in which a workshop can tell it, and its parameters. */
const settings = z
  .object({
    modules: z.object({ activate: z.array(z.string()).optional() }).optional(),
    pathways: z
      .object({
        default: z.string().optional(),
        paths: z.record(z.string(), z.object({ steps: z.array(z.string()).default([]) })).default({}),
      })
      .optional(),
    params: z
      .array(z.object({ name: z.string(), value: z.union([z.string(), z.number(), z.boolean()]).transform(String) }))
      .optional(),
  })
  .nullable();

/** Workshops of Educates: pages under `workshop/content`, whose blocks are buttons. */
export const educates: CourseFormat = {
  files: ['resources/workshop.yaml'],
  async read(path, folder) {
    const parsed = definition.safeParse((await readCourseFile(path)).values);
    if (!parsed.success) return null;
    const workshop = join(folder, 'workshop');
    const content = join(workshop, 'content');
    const problems: Message[] = [];
    const found = (await glob(['**/*.md'], { cwd: content })).sort();
    const told = await settingsIn(workshop);
    const order = orderOf(told) ?? found.map((name) => name.replace(/\.md$/, ''));
    const pages = order.flatMap((name) => {
      const file = found.find((one) => one === `${name}.md` || one === posix.join(name, '_index.md'));
      if (file !== undefined) return [{ name, file: join(content, file) }];
      problems.push(message('course-file-missing', { name: `workshop/content/${name}.md` }, { path }));
      return [];
    });
    for (const { file } of pages) await insideRepository(folder, file, { path });
    const exercises = await filesIn(join(folder, 'exercises'));
    const assets = exercises.map((from): CourseAsset => {
      return { from, to: posix.join('~/exercises', relative(join(folder, 'exercises'), from)), mode: null };
    });
    const scripts = await scriptsOf(workshop, exercises.length > 0);
    return {
      format: 'educates',
      id: basename(folder),
      title: parsed.data.spec.title || basename(folder),
      path,
      sections: pages.map(({ name, file }, at) => ({
        id: name.replaceAll('/', '-'),
        title: null,
        path: file,
        scripts: at === 0 ? scripts : [],
      })),
      start: 'home',
      files: null,
      assets,
      documents: await documentsIn(assets),
      services: [],
      tests: await testsIn(join(workshop, 'examiner/tests')),
      values: Object.fromEntries(told.flatMap((one) => (one?.params ?? []).map(({ name, value }) => [name, value]))),
      elsewhere: null,
      problems,
    } satisfies Course;
  },
};

async function settingsIn(workshop: string): Promise<readonly z.infer<typeof settings>[]> {
  const files = ['workshop.yaml', 'config.yaml'].map((name) => join(workshop, name));
  const there = await Promise.all(files.map(async (file) => ((await isFile(file)) ? [file] : [])));
  return Promise.all(there.flat().map(async (file) => settings.catch(null).parse((await readCourseFile(file)).values)));
}

function orderOf(told: readonly z.infer<typeof settings>[]): readonly string[] | null {
  for (const one of told) {
    const { default: chosen, paths = {} } = one?.pathways ?? {};
    const steps = one?.modules?.activate ?? (paths[chosen ?? ''] ?? Object.values(paths)[0])?.steps;
    if (steps !== undefined && steps.length > 0) return steps;
  }
  return null;
}

/** What is run before the first page: the set-up, the reader's profile, and the way into their exercises. */
async function scriptsOf(workshop: string, hasExercises: boolean): Promise<CourseScript[]> {
  const setUps = (await glob(['setup.d/*.sh'], { cwd: workshop })).sort();
  const background = await Promise.all(
    setUps.map(async (name): Promise<CourseScript> => {
      return { role: 'background', name: `workshop/${name}`, content: await readFile(join(workshop, name), 'utf8') };
    }),
  );
  const profile = join(workshop, 'profile');
  const lines = [
    ...((await isFile(profile)) ? [await readFile(profile, 'utf8')] : []),
    ...(hasExercises ? ['cd ~/exercises\n'] : []),
  ];
  return lines.length === 0
    ? background
    : [...background, { role: 'foreground', name: 'workshop/profile', everyTerminal: true, content: lines.join('\n') }];
}

async function testsIn(folder: string): Promise<Readonly<Record<string, string>>> {
  const files = await filesIn(folder);
  return Object.fromEntries(
    await Promise.all(files.map(async (file) => [relative(folder, file), await readFile(file, 'utf8')] as const)),
  );
}

function filesIn(folder: string): Promise<string[]> {
  return glob(['**/*'], { cwd: folder, absolute: true, dot: true, followSymbolicLinks: false });
}

async function isFile(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null))?.isFile() ?? false;
}
