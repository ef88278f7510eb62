import { type ChapterFile, isMarkdown } from '../config/chapter-files.ts';
import { message, UserError } from '../core/message.ts';
import type { Itinerary, Plan, Step } from '../core/plan.ts';
import { pagesOf, toursOf } from '../pipeline/find-chapters.ts';
import { readItineraries, readTour } from '../pipeline/read-itinerary.ts';
import { findSection, refuseBadAnnotations, stepsOfSection } from '../pipeline/read-plan.ts';
import type { TestedChapter } from '../vitest/module.ts';

/** A chapter that is to be tested, or pages of a course. */
export interface Selected {
  /** The chapter, or what describes the course; absolute. */
  readonly path: string;
  readonly itinerary: Itinerary;
  readonly chapters: readonly TestedChapter[];
}

/** Reads the chapters, each once: several sections of one are one chapter, several pages of a course are it. */
export async function select(
  files: readonly ChapterFile[],
  cwd: string,
  set: Readonly<Record<string, string>>,
): Promise<readonly Selected[]> {
  const other = files.find(({ path }) => !isMarkdown(path));
  if (other !== undefined) throw new UserError(message('chapter-not-markdown', {}, { path: other.path }));
  // A slip in a name is told before the first chapter is run.
  if (Object.keys(set).length > 0) await readItineraries(files, cwd, set);
  const selected: Selected[] = [];
  for (const { files: asked, course } of await toursOf(files)) {
    const pages = [...new Map(asked.map((file) => [file.path, file])).values()];
    const [first = asked[0], ...others] = pages;
    // All of a course, where more than one of its pages is wanted: they need each other in any case.
    const whole = course !== null && others.length > 0 ? pagesOf(course) : [first];
    const { itinerary, told } = await readTour({ files: [whole[0] ?? first, ...whole.slice(1)] }, cwd, set);
    refuseBadAnnotations(itinerary);
    const chapters = told.map((plan) => ({ plan, reported: reportedOf(plan, asked) }));
    selected.push({ path: course !== null && others.length > 0 ? course.path : first.path, itinerary, chapters });
  }
  return selected;
}

/** The steps that are reported: all, or those of the sections that were asked for. */
function reportedOf(plan: Plan, asked: readonly ChapterFile[]): readonly Step[] {
  const own = asked.filter(({ id }) => id === plan.chapter.id);
  if (own.some(({ section }) => section === null)) return plan.steps;
  const sections = own.flatMap(({ section }) => (section === null ? [] : [findSection(plan.chapter, section)]));
  const wanted = new Set(sections.flatMap((section) => stepsOfSection(plan, section)));
  return plan.steps.filter((step) => wanted.has(step));
}

/** Of whoever names a chapter in which there is nothing to type, another one was meant. */
export function refuseEmpty(selected: readonly Selected[], args: readonly string[]): void {
  const named = new Set(args.map((name) => name.replace(/#.*/, '')));
  for (const { chapters, path } of selected) {
    const [only, ...more] = chapters;
    if (only === undefined || more.length > 0 || only.reported.length > 0) continue;
    const { chapter } = only.plan;
    if (named.has(chapter.path) || named.has(chapter.id) || named.has(path))
      throw new UserError(message('nothing-to-type', {}, { path: chapter.path }));
  }
}
