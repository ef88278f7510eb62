import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type ChapterFile, findChapters } from '../config/chapter-files.ts';
import { readConfig } from '../config/config-file.ts';
import { type ChapterSettings, chapterSettings } from '../config/front-matter.ts';
import { findConfig, insideRepository } from '../config/repository.ts';
import type { Chapter } from '../core/chapter.ts';
import type { Course, CourseSection } from '../core/course.ts';
import { message, type Place, UserError } from '../core/message.ts';
import type { Itinerary, Plan } from '../core/plan.ts';
import { suggest } from '../core/suggest.ts';
import { courseOf } from '../course/index.ts';
import { planChapter, variableNamesIn } from '../planner/index.ts';
import { pagesOf, type Tour } from './find-chapters.ts';
import { readChapter } from './read-plan.ts';

/**
 * Reads a chapter and those that its front matter names under `after:`, and theirs; each is planned once, knowing what
 * those before it make.
 *
 * @param cwd messages and reports name the chapters' paths relative to this folder.
 * @param set values of variables; they come before those of the front matter, and those before the configuration's.
 * @throws UserError for a chapter that cannot be read, a name under `after:` that fits none, and chapters that build on
 * one another in a circle.
 */
export async function readItinerary(file: ChapterFile, cwd: string, set: SetValues = {}): Promise<Itinerary> {
  const itinerary = await readOne(file, cwd, set);
  await refuseUnknownOfAll([itinerary], dirname(file.path));
  return itinerary;
}

async function readOne(file: ChapterFile, cwd: string, set: SetValues): Promise<Itinerary> {
  const before = new Map<string, Plan>();
  const plan = await planAfter(file, [], set, { before, cwd });
  before.delete(file.path);
  const course = await courseOf(file.path);
  const itinerary = { before: [...before.values()], plan, ...(course !== null && { course }) };
  for (const { chapter } of [...itinerary.before, plan])
    for (const name of Object.keys(settingsOf(chapter)?.set ?? {}))
      refuseUnknown(name, [itinerary], placeOf('set', name, chapter));
  return itinerary;
}

/** Values of variables, by their names. */
export type SetValues = Readonly<Record<string, string>>;

/**
 * Reads several chapters, each with those before it.
 *
 * @throws UserError as {@link readItinerary}, and where a value is given for a variable that none of them has.
 */
export async function readItineraries(
  files: readonly ChapterFile[],
  cwd: string,
  set: SetValues,
): Promise<readonly Itinerary[]> {
  const itineraries = await Promise.all(files.map((file) => readOne(file, cwd, set)));
  for (const folder of new Set(files.map(({ path }) => dirname(path)))) await refuseUnknownOfAll(itineraries, folder);
  const [only, ...others] = itineraries;
  const place = only !== undefined && others.length === 0 ? { path: only.plan.chapter.path } : {};
  for (const name of Object.keys(set)) refuseUnknown(name, itineraries, place);
  return itineraries;
}

/**
 * The itinerary that leads through a tour to its end, and those of its chapters that are asked for.
 *
 * @throws UserError as {@link readItinerary}.
 */
export async function readTour(
  { files }: Pick<Tour, 'files'>,
  cwd: string,
  set: SetValues = {},
): Promise<{ readonly itinerary: Itinerary; readonly told: readonly Plan[] }> {
  const itinerary = await readItinerary(files.at(-1) ?? files[0], cwd, set);
  const asked = new Set(files.map(({ id }) => id));
  const told = [...itinerary.before, itinerary.plan].filter(({ chapter }) => asked.has(chapter.id));
  return { itinerary, told };
}

/** A value for a variable that no chapter has is a slip: what it was meant for would be left out. */
function refuseUnknown(name: string, itineraries: readonly Itinerary[], place: Place): void {
  refuse(name, namesOf(itineraries), place);
}

function namesOf(itineraries: readonly Itinerary[]): ReadonlySet<string> {
  const chapters = itineraries.flatMap(({ before, plan }) => [...before, plan]).map(({ chapter }) => chapter);
  return new Set(chapters.flatMap(variableNamesIn));
}

/** The configuration's values are for every chapter: a name is a slip where none of them has it. */
async function refuseUnknownOfAll(itineraries: readonly Itinerary[], folder: string): Promise<void> {
  const [own, config] = [namesOf(itineraries), await readConfig(folder)];
  const others = Object.keys(config.set).filter((name) => !own.has(name));
  if (others.length === 0) return;
  const files = await findChapters([], config, config.root).catch(() => []);
  const sources = await Promise.all(files.map(({ path }) => readFile(path, 'utf8').catch(() => '')));
  const known = new Set([...own, ...sources.flatMap((source) => variableNamesIn({ source }))]);
  const path = await findConfig(folder);
  for (const name of others) refuse(name, known, path === null ? {} : { path });
}

function refuse(name: string, known: ReadonlySet<string>, place: Place): void {
  if (known.has(name)) return;
  const near = suggest(name, [...known]);
  if (near !== null) throw new UserError(message('set-unknown-near', { name, near }, place));
  if (known.size === 0) throw new UserError(message('set-needless', { name }, place));
  throw new UserError(message('set-unknown', { name, known: [...known].join(', ') }, place));
}

interface Reading {
  /** The chapters planned so far, by their absolute paths. */
  readonly before: Map<string, Plan>;
  readonly cwd: string;
}

async function planAfter(
  file: ChapterFile,
  within: readonly ChapterFile[],
  set: SetValues,
  reading: Reading,
): Promise<Plan> {
  const known = reading.before.get(file.path);
  if (known !== undefined) return known;
  const read = await readChapter(file, reading.cwd);
  const course = await courseOf(file.path);
  const page = course?.sections.find(({ path }) => path === file.path);
  const chapter = page?.title == null ? read : { ...read, title: page.title };
  const way = [...within, file];
  // A course's pages build on one another as they stand in it.
  for (const one of pagesBefore(course, page)) await planAfter(one, way, set, reading);
  const settings = settingsOf(chapter);
  // What builds on a chapter goes on with its things: a variable has one value in both.
  const given = { ...settings?.set, ...set };
  if (settings?.assets !== undefined)
    await insideRepository(dirname(file.path), settings.assets, placeOf('assets', settings.assets, chapter));
  for (const name of settings?.after ?? []) {
    const place = placeOf('after', name, chapter);
    for (const needed of await find(name, file, place)) {
      await insideRepository(dirname(file.path), needed.path, place);
      const circle = way.findIndex(({ path }) => path === needed.path);
      if (circle >= 0) throw inCircle([...way.slice(circle), needed], place);
      await planAfter(needed, way, given, reading);
    }
  }
  const everywhere = variableNamesIn(chapter).length > 0 ? (await readConfig(dirname(file.path))).set : {};
  const values = new Map(Object.entries({ ...course?.values, ...everywhere, ...given }));
  const ofCourse = course && { ...course, scripts: page?.scripts ?? [] };
  const plan = planChapter(chapter, [...reading.before.values()], values, ofCourse);
  reading.before.set(file.path, plan);
  return plan;
}

function pagesBefore(course: Course | null, page: CourseSection | undefined): readonly ChapterFile[] {
  if (course === null || page === undefined) return [];
  return pagesOf(course).slice(0, course.sections.indexOf(page));
}

/** The settings are read strictly only where there are any: most chapters have none. */
function settingsOf(chapter: Chapter): ChapterSettings | null {
  return chapter.frontMatter.tutor === undefined ? null : chapterSettings(chapter);
}

async function find(name: string, { path }: ChapterFile, place: Place): Promise<readonly ChapterFile[]> {
  const folder = dirname(path);
  const config = await readConfig(folder);
  try {
    return await findChapters([name], config, folder);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const { code, args } = error.details;
    if (code === 'unknown-chapter-near') throw new UserError(message('after-unknown-near', args, place));
    if (code === 'unknown-chapter') throw new UserError(message('after-unknown', args, place));
    throw new UserError({ ...error.details, ...located(place) });
  }
}

function located({ path, line }: Place) {
  return { path: path ?? null, line: line ?? null };
}

function inCircle(way: readonly ChapterFile[], place: Place): UserError {
  return new UserError(message('after-circle', { way: way.map(({ id }) => id).join(' → ') }, place));
}

/** The line of the front matter that names it, under a key. */
function placeOf(key: 'after' | 'assets' | 'set', name: string, { source, path }: Chapter): Place {
  const lines = source.split('\n');
  const from = lines.findIndex((line) => line.replaceAll(/["']/g, '').trimStart().startsWith(`${key}:`));
  const at = lines.findIndex((line, index) => index >= from && line.includes(name));
  return { path, line: Math.max(0, from < 0 ? 0 : at) + 1 };
}
