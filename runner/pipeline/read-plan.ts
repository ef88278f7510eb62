import { readFile } from 'node:fs/promises';
import { relative } from 'node:path';
import type { ChapterFile } from '../config/chapter-files.ts';
import type { Chapter } from '../core/chapter.ts';
import { message, UserError } from '../core/message.ts';
import type { Itinerary, Plan, Step } from '../core/plan.ts';
import { parseChapter } from '../parser/index.ts';

/**
 * Reads a chapter from disk.
 *
 * @param cwd messages and reports name the chapter's path relative to this folder.
 * @throws UserError for a file that is not there or not UTF-8 text.
 */
export async function readChapter(file: ChapterFile, cwd: string): Promise<Chapter> {
  const path = shownPath(file.path, cwd);
  const bytes = await readFile(file.path).catch((error: Error) => {
    throw new UserError(message('unreadable-chapter', { why: error.message }, { path }));
  });
  return parseChapter(decode(bytes, path), { id: file.id, path });
}

/**
 * Refuses a chapter whose annotations cannot be read, its own or those of one that it builds on: what the author asked
 * for would silently not be done.
 *
 * @throws UserError with the first of them.
 */
export function refuseBadAnnotations({ before, plan }: Itinerary): void {
  const wrong = [...before, plan]
    .flatMap(({ chapter, messages }) => [...chapter.messages, ...messages])
    .find(({ code, severity }) => severity === 'error' && code.startsWith('annotation-'));
  if (wrong) throw new UserError(wrong);
}

/** The path as a report names it: relative where the file lies below `cwd`, else as it is. */
function shownPath(path: string, cwd: string): string {
  const short = relative(cwd, path);
  return short.startsWith('..') ? path : short;
}

function decode(bytes: Uint8Array, path: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new UserError(message('unreadable-chapter', { why: 'it is not UTF-8 text' }, { path }));
  }
}

/**
 * The steps that a section's report is about: its own and those of the sections inside it.
 *
 * @throws UserError where the chapter has no such section.
 */
export function stepsOfSection(plan: Plan, slug: string): readonly Step[] {
  const { sections, path } = plan.chapter;
  const root = sections.find((section) => section.slug === slug || section.title === slug);
  if (!root) {
    const known = sections.flatMap((section) => (section.slug ? [section.slug] : [])).join(', ');
    throw new UserError(message('unknown-section', { section: slug, known }, { path }));
  }
  const inside = new Set([root.index]);
  for (const { index, parent } of sections) if (parent !== null && inside.has(parent)) inside.add(index);
  return plan.steps.filter((step) => inside.has(step.section));
}
