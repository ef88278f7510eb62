import { stat } from 'node:fs/promises';
import { dirname, resolve, sep } from 'node:path';
import { type ChapterFile, findChapters as findConfigured } from '../config/chapter-files.ts';
import type { RepositoryConfig } from '../config/config-file.ts';
import type { Course } from '../core/course.ts';
import { UserError } from '../core/message.ts';
import { courseAt, courseOf, coursesIn } from '../course/index.ts';

/** The pages of a course as chapters: `course/step2`. */
export function pagesOf({ id, sections }: Course): readonly ChapterFile[] {
  return sections.map(({ id: own, path }) => ({ id: `${id}/${own}`, path, section: null }));
}

/**
 * Finds the chapters that a command line names, and the pages of courses: by the course's folder or name, all of them
 * in their order; `course/step2`, or `step2` where there is one course only. No name at all means every chapter of the
 * repository, or, where it has none, every course.
 *
 * @throws UserError for a name that fits nothing, or more than one chapter.
 */
export async function findChapters(
  names: readonly string[],
  config: RepositoryConfig,
  cwd: string,
): Promise<readonly ChapterFile[]> {
  if (names.length === 0) return inFolder(cwd, () => findConfigured([], config, cwd));
  return (await Promise.all(names.map((name) => findOne(name, config, cwd)))).flat();
}

/** Chapters that are run one after another on one engine: those of a course, or one by itself. */
export interface Tour {
  /** Not empty. */
  readonly files: readonly [ChapterFile, ...ChapterFile[]];
  /** Null for a chapter by itself. */
  readonly course: Course | null;
}

/** Puts chapters that stand together in a course together. */
export async function toursOf(files: readonly ChapterFile[]): Promise<readonly Tour[]> {
  const tours = new Map<string, Tour>();
  for (const file of files) {
    const course = await courseOf(file.path);
    const key = course?.path ?? file.path;
    const known = tours.get(key);
    tours.set(key, { files: known === undefined ? [file] : [...known.files, file], course });
  }
  return [...tours.values()];
}

async function findOne(name: string, config: RepositoryConfig, cwd: string): Promise<readonly ChapterFile[]> {
  const path = resolve(cwd, name);
  const found = await stat(path).catch(() => null);
  const configured = () => findConfigured([name], config, cwd);
  if (found?.isDirectory()) return inFolder(path, configured);
  if (found?.isFile()) return Promise.all((await configured()).map(asPage));
  try {
    return await configured();
  } catch (error) {
    const pages = error instanceof UserError ? await namedPages(name, cwd) : [];
    if (pages.length === 0) throw error;
    return pages;
  }
}

/** A course in the folder itself, else the chapters of the configuration, else every course below. */
async function inFolder(
  folder: string,
  configured: () => Promise<readonly ChapterFile[]>,
): Promise<readonly ChapterFile[]> {
  const own = await courseAt(folder);
  if (own !== null) return pagesOf(own);
  const courses = await coursesIn(folder);
  const pages = courses.flatMap(pagesOf);
  try {
    const chapters = await configured();
    // What a pattern finds in a course's folder is the course's: a page, or nothing that its reader sees.
    const others = chapters.filter(
      ({ path }) => !courses.some((course) => path.startsWith(dirname(course.path) + sep)),
    );
    return others.length < chapters.length ? [...pages, ...others.filter(isNoReadme)] : chapters;
  } catch (error) {
    if (pages.length === 0) throw error;
    return pages;
  }
}

/** Beside courses stands what their authors tell of the repository. */
function isNoReadme({ id }: ChapterFile): boolean {
  return !/^(?:readme|contributing|changelog|license|agents)$/i.test(id);
}

/** A page of a course bears the course's name. */
async function asPage(file: ChapterFile): Promise<ChapterFile> {
  const course = await courseOf(file.path);
  const page = course === null ? undefined : pagesOf(course).find(({ path }) => path === file.path);
  return page === undefined ? file : { ...page, section: file.section };
}

async function namedPages(name: string, cwd: string): Promise<readonly ChapterFile[]> {
  const [whole = '', section = null] = name.split('#');
  const own = await courseAt(cwd);
  const courses = own === null ? await coursesIn(cwd) : [own];
  const [course, ...more] = courses.filter(({ id }) => id === whole);
  if (course !== undefined && more.length === 0) return pagesOf(course);
  const fits = ({ id }: ChapterFile) => id === whole || (courses.length === 1 && id.endsWith(`/${whole}`));
  const pages = courses.flatMap(pagesOf).filter(fits);
  return pages.length === 1 ? pages.map((page) => ({ ...page, section })) : [];
}
