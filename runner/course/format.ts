import type { Course } from '../core/course.ts';

/** One way to publish lessons together. */
export interface CourseFormat {
  /** Names of the file that describes such a course, from the course's folder; the first that is there counts. */
  readonly files: readonly string[];
  /**
   * Reads a course.
   *
   * @param path of the file that describes it, absolute
   * @param folder the course's, absolute
   * @returns null where the file is of something else
   * @throws UserError where it is broken
   */
  read(path: string, folder: string): Promise<Course | null>;
}
