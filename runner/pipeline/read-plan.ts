import { readFile } from 'node:fs/promises';
import { relative } from 'node:path';
import type { ChapterFile } from '../config/chapter-files.ts';
import type { Chapter, Section } from '../core/chapter.ts';
import { because, message, UserError } from '../core/message.ts';
import type { Itinerary, Plan, Step } from '../core/plan.ts';
import { suggest } from '../core/suggest.ts';
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
export function shownPath(path: string, cwd: string): string {
  const short = relative(cwd, path);
  return short.startsWith('..') ? path : short;
}

function decode(bytes: Uint8Array, path: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new UserError(message('unreadable-chapter', { why: because('not-utf8') }, { path }));
  }
}

/**
 * The section that a command line names: by GitHub's anchor, its title, or its number: `3` is the chapter's third section,
 * or the one that calls itself `3.`; `3-2` the second within it.
 *
 * @throws UserError where the chapter has no such section.
 */
export function findSection(chapter: Chapter, name: string): Section {
  const found = sectionNamed(chapter, name);
  if (found !== null) return found;
  const { sections, path } = chapter;
  const slugs = sections.flatMap(({ slug }) => (slug ? [slug] : []));
  const near = suggest(name, slugs);
  throw new UserError(
    near === null
      ? message('unknown-section', { section: name, known: slugs.join(', ') }, { path })
      : message('unknown-section-near', { section: name, near }, { path }),
  );
}

/** The section that goes by a name: its title, its anchor or its number; null where none does. */
export function sectionNamed({ sections }: Chapter, name: string): Section | null {
  const named = sections.find(({ slug, title, depth }) => depth > 0 && (slug === name || title === name));
  const parts = numberParts(name);
  const numbered = parts.length > 1 ? sections.find(({ title }) => numberOf(title) === parts.join('-')) : undefined;
  return named ?? numbered ?? byNumber(sections, name) ?? null;
}

/** The number that a title begins with, as it is written behind `#`: `3-2` of `3.2 Layers`; empty where it has none. */
export function numberOf(title: string): string {
  return numberParts(/^[\d.-]*\d(?=[.:)]?\s|$)/.exec(title)?.[0] ?? '').join('-');
}

function numberParts(name: string): readonly string[] {
  return name.split(/[-.]/).filter((part) => part !== '');
}

function byNumber(sections: readonly Section[], name: string): Section | undefined {
  const numbers = name.split(/[-.]/);
  if (!numbers.every((number) => /^\d{1,3}$/.test(number))) return undefined;
  let found: Section | null = null;
  for (const number of numbers) {
    const here = sectionsIn(sections, found);
    found = here.find(({ title }) => callsItself(title, number)) ?? here[Number(number) - 1] ?? null;
    if (found === null) return undefined;
  }
  return found ?? undefined;
}

/** The sections directly in one, in their order; in the chapter itself where it is null. */
export function sectionsIn(sections: readonly Section[], within: Section | null): readonly Section[] {
  if (within !== null) return sections.filter(({ parent }) => parent === within.index);
  const tops = sections.filter(({ parent, depth }) => depth > 0 && (parent === null || sections[parent]?.depth === 0));
  // A single title above all is the chapter's own: its sections are those below it.
  const [title] = tops;
  return tops.length === 1 && title !== undefined ? sectionsIn(sections, title) : tops;
}

/** `3. Images`, `3 Images`, `Part 3: Images` and `1.3 Images` call themselves 3. */
function callsItself(title: string, number: string): boolean {
  return new RegExp(`^(?:\\p{L}+\\s+)?(?:\\d+\\.)*0*${number}(?:[.:)]?\\s|[.:)]|$)`, 'u').test(title);
}

/** The steps that a section's report is about: its own and those of the sections inside it. */
export function stepsOfSection(plan: Plan, { index: root }: Section): readonly Step[] {
  const inside = new Set([root]);
  for (const { index, parent } of plan.chapter.sections) if (parent !== null && inside.has(parent)) inside.add(index);
  return plan.steps.filter((step) => inside.has(step.section));
}
