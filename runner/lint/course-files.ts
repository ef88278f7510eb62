import { existsSync, readdirSync } from 'node:fs';
import { posix, resolve } from 'node:path';
import type { Course } from '../core/course.ts';
import { escaped } from '../core/escaped.ts';

/** Whether the reader of a course has a file or a folder where they begin; as a page names it. */
export function hasFileOfCourse(course: Course | undefined, path: string): boolean {
  if (course === undefined) return false;
  const fromHome = (name: string) => posix.normalize(name.replace(/^~\//, ''));
  const wanted = fromHome(path);
  if (course.files !== null && hasFileIn(course.files, wanted)) return true;
  const fits = isPattern(wanted)
    ? (name: string) => new RegExp(`^${expressionOf(wanted)}$`).test(name)
    : (name: string) => name === wanted;
  return course.assets.some(({ to }) => fits(fromHome(to)) || fromHome(to).startsWith(`${wanted}/`));
}

/** Whether a folder holds a file or a folder, or one that a pattern stands for. */
export function hasFileIn(folder: string, path: string): boolean {
  if (!isPattern(path)) return existsSync(resolve(folder, path));
  const within = resolve(folder, posix.dirname(path));
  const fits = new RegExp(`^${expressionOf(posix.basename(path))}$`);
  return existsSync(within) && readdirSync(within).some((name) => fits.test(name));
}

function isPattern(path: string): boolean {
  return /[*?[]/.test(path);
}

/** A source's wildcards (Go's `filepath.Match`, which the builders use) as a regular expression. */
export function expressionOf(source: string): string {
  return escaped(source).replaceAll('\\*', '[^/]*').replaceAll('\\?', '[^/]');
}
