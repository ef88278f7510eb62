import { chapterId } from '../config/chapter-files.ts';
import type { Itinerary, Plan } from '../core/plan.ts';
import { courseDescribedBy } from '../course/index.ts';
import { pagesOf } from '../pipeline/find-chapters.ts';
import { readTour, type SetValues } from '../pipeline/read-itinerary.ts';

/** What a test file tells of: a chapter, or all pages of the course that it describes. */
export interface ModuleOfChapters {
  readonly itinerary: Itinerary;
  readonly told: readonly Plan[];
}

/** Whether a file describes a course. */
export async function describesCourse(file: string): Promise<boolean> {
  return (await courseDescribedBy(file)) !== null;
}

/** @throws UserError where a chapter cannot be read. */
export async function readModule(file: string, cwd: string, set: SetValues): Promise<ModuleOfChapters> {
  const course = file.endsWith('.md') ? null : await courseDescribedBy(file);
  const pages = course === null ? [] : pagesOf(course);
  const [first, ...others] = pages;
  if (first === undefined) return readTour({ files: [{ id: chapterId(file), path: file, section: null }] }, cwd, set);
  return readTour({ files: [first, ...others] }, cwd, set);
}
