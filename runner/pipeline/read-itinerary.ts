import { dirname } from 'node:path';
import { type ChapterFile, findChapters } from '../config/chapter-files.ts';
import { readConfig } from '../config/config-file.ts';
import { chapterSettings } from '../config/front-matter.ts';
import type { Chapter } from '../core/chapter.ts';
import { message, type Place, UserError } from '../core/message.ts';
import type { Itinerary, Plan } from '../core/plan.ts';
import { suggest } from '../parser/suggest.ts';
import { planChapter } from '../planner/index.ts';
import { readChapter } from './read-plan.ts';

/**
 * Reads a chapter and those that its front matter names under `after:`, and theirs; each is planned once, knowing what
 * those before it make.
 *
 * @param cwd messages and reports name the chapters' paths relative to this folder.
 * @throws UserError for a chapter that cannot be read, a name under `after:` that fits none, and chapters that build on
 * one another in a circle.
 */
export async function readItinerary(file: ChapterFile, cwd: string): Promise<Itinerary> {
  const before = new Map<string, Plan>();
  const plan = await planAfter(file, [], { before, cwd });
  before.delete(file.path);
  return { before: [...before.values()], plan };
}

interface Reading {
  /** The chapters planned so far, by their absolute paths. */
  readonly before: Map<string, Plan>;
  readonly cwd: string;
}

async function planAfter(file: ChapterFile, within: readonly ChapterFile[], reading: Reading): Promise<Plan> {
  const known = reading.before.get(file.path);
  if (known !== undefined) return known;
  const chapter = await readChapter(file, reading.cwd);
  const way = [...within, file];
  for (const name of namesIn(chapter)) {
    const place = placeOf(name, chapter);
    for (const needed of await find(name, file, place)) {
      const circle = way.findIndex(({ path }) => path === needed.path);
      if (circle >= 0) throw inCircle([...way.slice(circle), needed], place);
      await planAfter(needed, way, reading);
    }
  }
  const plan = planChapter(chapter, [...reading.before.values()]);
  reading.before.set(file.path, plan);
  return plan;
}

/** The settings are read strictly only where there are any: most chapters have none. */
function namesIn(chapter: Chapter): readonly string[] {
  return chapter.frontMatter.tutor === undefined ? [] : chapterSettings(chapter).after;
}

async function find(name: string, { path }: ChapterFile, place: Place): Promise<readonly ChapterFile[]> {
  const folder = dirname(path);
  const config = await readConfig(folder);
  try {
    return await findChapters([name], config, folder);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    if (error.details.code !== 'unknown-chapter') throw new UserError({ ...error.details, ...located(place) });
    const near = suggest(
      name,
      (await findChapters([], config, folder).catch(() => [])).map(({ id }) => id),
    );
    throw new UserError(
      near === null
        ? message('after-unknown', { name, known: error.details.args.known ?? '' }, place)
        : message('after-unknown-near', { name, near }, place),
    );
  }
}

function located({ path, line }: Place) {
  return { path: path ?? null, line: line ?? null };
}

function inCircle(way: readonly ChapterFile[], place: Place): UserError {
  return new UserError(message('after-circle', { way: way.map(({ id }) => id).join(' → ') }, place));
}

/** The line of the front matter that names it. */
function placeOf(name: string, { source, path }: Chapter): Place {
  const lines = source.split('\n');
  const from = lines.findIndex((line) => /^\s*["']?after["']?\s*:/.test(line));
  const at = lines.findIndex((line, index) => index >= from && line.includes(name));
  return { path, line: Math.max(0, from < 0 ? 0 : at) + 1 };
}
