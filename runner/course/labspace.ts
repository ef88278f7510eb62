import { stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { glob } from 'tinyglobby';
import * as z from 'zod';
import { insideRepository } from '../config/repository.ts';
import type { Course, CourseScript, CourseSection } from '../core/course.ts';
import { type Message, message } from '../core/message.ts';
import { documentsIn } from './documents.ts';
import type { CourseFormat } from './format.ts';
import { inForm, readCourseFile } from './read-file.ts';

/** `labspace.yaml` (docs: dockersamples/labspace-infra). */
const schema = z.object({
  title: z.string().default(''),
  sections: z.array(z.object({ title: z.string().optional(), contentPath: z.string() })),
  services: z.array(z.object({ url: z.string() })).default([]),
  variables: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]).transform(String)).default({}),
});

const text = z.union([z.string(), z.number(), z.boolean()]).transform(String);

/** What of the compose file means something without the Labspace's own containers. */
const overrides = z.object({
  services: z
    .record(
      z.string(),
      z.object({
        image: z.string().optional(),
        environment: z.union([z.record(z.string(), text), z.array(z.string())]).optional(),
        configs: z
          .array(z.union([z.string(), z.object({ source: z.string(), target: z.string().optional() })]))
          .optional(),
      }),
    )
    .default({}),
  configs: z.record(z.string(), z.object({ content: z.string().optional() })).default({}),
});

const notRead = ['**/node_modules/**', '.git/**'];

/** What is the repository's, and not its reader's. */
const left = [...notRead, '.github/**', '*labspace*/**', 'compose*.y*ml'];

/** Services of the Labspace itself. */
const ownServices = new Set(['configurator', 'workspace', 'interface']);

/** Docker's Labspaces: pages in order, and a folder that its reader works in. */
export const labspace: CourseFormat = {
  files: ['labspace/labspace.yaml', '.labspace/labspace.yaml', 'labspace.yaml'],
  async read(path) {
    const beside = dirname(path);
    const root = ['labspace', '.labspace'].includes(basename(beside)) ? dirname(beside) : beside;
    const { title, sections, variables, services } = inForm(await readCourseFile(path), schema);
    const problems: Message[] = [];
    const { scripts, told } = await overridesIn(root);
    problems.push(...told);
    const pages = await Promise.all(
      sections.map(async ({ title: own, contentPath }, at): Promise<readonly CourseSection[]> => {
        // Newer ones lie beside the file, older ones are named from the repository's root.
        const page = (await fileAt(beside, contentPath, path)) ?? (await fileAt(root, contentPath, path));
        if (page === null) {
          problems.push(message('course-file-missing', { name: contentPath }, { path }));
          return [];
        }
        const id = basename(page).replace(/\.md$/, '');
        return [{ id, title: own ?? null, path: page, scripts: at === 0 ? scripts : [] }];
      }),
    );
    const project = join(root, 'project');
    const files = (await stat(project).catch(() => null))?.isDirectory() ? project : root;
    return {
      format: 'labspace',
      id: basename(root),
      title: title || basename(root),
      path,
      sections: pages.flat(),
      start: 'workspace',
      files,
      assets: [],
      documents: await documentsIn(
        (await glob(['**/*'], { cwd: files, deep: 3, dot: true, ignore: files === root ? left : notRead })).map(
          (name) => ({ from: join(files, name), to: name }),
        ),
      ),
      tests: {},
      services: services.map(({ url }) => url),
      values: variables,
      elsewhere: null,
      problems,
    } satisfies Course;
  },
};

async function fileAt(folder: string, name: string, path: string): Promise<string | null> {
  const file = await insideRepository(folder, name, { path });
  return (await stat(file).catch(() => null))?.isFile() ? resolve(file) : null;
}

/** What the compose file sets up for the reader, and what of it has no place here. */
async function overridesIn(root: string): Promise<{ scripts: CourseScript[]; told: Message[] }> {
  const path = join(root, 'compose.override.yaml');
  if (!(await stat(path).catch(() => null))?.isFile()) return { scripts: [], told: [] };
  const { services, configs } = inForm(await readCourseFile(path), overrides);
  const told: Message[] = [];
  for (const name of Object.keys(services))
    if (!ownServices.has(name)) told.push(message('course-service-left-out', { name }, { path }, 'info'));
  const { workspace, configurator } = services;
  if (workspace?.image !== undefined)
    told.push(message('course-own-image', { image: workspace.image }, { path }, 'info'));
  const scripts = (configurator?.configs ?? []).flatMap((one): CourseScript[] => {
    if (typeof one === 'string' || one.target?.startsWith('/init-scripts/') !== true) return [];
    const content = configs[one.source]?.content;
    // Compose would put its own variables where a single `$` stands.
    return content === undefined
      ? []
      : [{ role: 'background', name: basename(one.target), content: content.replaceAll('$$', () => '$') }];
  });
  const lines = assignments(workspace?.environment).map(([name, value]) => `export ${name}=${quoted(value)}`);
  if (lines.length > 0)
    scripts.push({
      role: 'foreground',
      name: 'compose.override.yaml',
      everyTerminal: true,
      content: `${lines.join('\n')}\n`,
    });
  return { scripts, told };
}

function assignments(given: z.infer<typeof overrides>['services'][string]['environment']): [string, string][] {
  if (given === undefined) return [];
  if (!Array.isArray(given)) return Object.entries(given);
  return given.flatMap((line): [string, string][] => {
    const at = line.indexOf('=');
    return at < 0 ? [] : [[line.slice(0, at), line.slice(at + 1)]];
  });
}

function quoted(value: string): string {
  return `'${value.replaceAll("'", "'\\''")}'`;
}
