import { existsSync } from 'node:fs';
import { posix, resolve } from 'node:path';
import type { Course } from '../core/course.ts';

/** Whether the reader of a course has a file or a folder where they begin; as a page names it. */
export function hasFileOfCourse(course: Course | undefined, path: string): boolean {
  if (course === undefined) return false;
  const fromHome = (name: string) => posix.normalize(name.replace(/^~\//, ''));
  const wanted = fromHome(path);
  if (course.files !== null && existsSync(resolve(course.files, wanted))) return true;
  return course.assets.some(({ to }) => fromHome(to) === wanted || fromHome(to).startsWith(`${wanted}/`));
}
