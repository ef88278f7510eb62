import { stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { glob } from 'tinyglobby';
import type { Course } from '../core/course.ts';
import { message, UserError } from '../core/message.ts';
import { educates } from './educates.ts';
import type { CourseFormat } from './format.ts';
import { killercoda } from './killercoda.ts';
import { labspace } from './labspace.ts';

/** Every format; a folder is asked for each in turn. */
const formats: readonly CourseFormat[] = [killercoda, labspace, educates];

/** How far above a page its course is looked for. */
const mostFoldersUp = 4;

/** The course that a page belongs to; null where it is a chapter by itself. */
export async function courseOf(page: string): Promise<Course | null> {
  let folder = dirname(page);
  for (let up = 0; up <= mostFoldersUp && dirname(folder) !== folder; up += 1) {
    const course = await courseAt(folder);
    if (course?.sections.some(({ path }) => path === page)) return course;
    folder = dirname(folder);
  }
  return null;
}

/** The course whose folder this is; null where it is none, or has no page. */
export async function courseAt(folder: string): Promise<Course | null> {
  const course = await describedIn(folder);
  return course?.sections.length === 0 ? null : course;
}

async function describedIn(folder: string): Promise<Course | null> {
  for (const format of formats) {
    for (const name of format.files) {
      const path = join(folder, name);
      if (!(await stat(path).catch(() => null))?.isFile()) continue;
      const course = await format.read(path, folder);
      if (course !== null) return course;
    }
  }
  return null;
}

/** The course that a file describes; null where it describes none. */
export async function courseDescribedBy(file: string): Promise<Course | null> {
  const [folder] = foldersFor(
    file,
    formats.flatMap(({ files }) => files),
  );
  const course = folder === undefined ? null : await describedIn(folder);
  if (course?.sections.length === 0) throw withoutPages(course);
  return course?.path === file ? course : null;
}

/**
 * All courses in a folder and the folders below it, in the order of their paths.
 *
 * @throws UserError where those that are there have no page
 */
export async function coursesIn(folder: string): Promise<readonly Course[]> {
  const names = formats.flatMap(({ files }) => files);
  const found = await glob(
    names.map((name) => `**/${name}`),
    { cwd: folder, absolute: true, dot: true, deep: 6, ignore: ['**/node_modules/**', '**/.git/**'] },
  );
  const folders = new Set(found.sort().flatMap((path) => foldersFor(path, names)));
  const courses = (await Promise.all([...folders].map(describedIn))).filter((course) => course !== null);
  const full = courses.filter(({ sections }) => sections.length > 0);
  const [empty] = courses;
  if (full.length === 0 && empty !== undefined) throw withoutPages(empty);
  // A file may be found from two folders.
  return [...new Map(full.map((course) => [course.path, course])).values()];
}

function withoutPages({ path, problems }: Course): UserError {
  return new UserError(
    problems.find(({ code }) => code === 'course-file-missing') ?? message('course-empty', {}, { path }),
  );
}

/** The folder that a file describes, which may lie in one of its folders. */
function foldersFor(path: string, names: readonly string[]): readonly string[] {
  return names.flatMap((name) => (path.endsWith(`/${name}`) ? [path.slice(0, -name.length - 1)] : []));
}
