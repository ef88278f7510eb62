import { type Effects, effectsOf, shortImage } from '../command/index.ts';
import type { Block, Chapter } from '../core/chapter.ts';
import { isFolded } from '../core/inline-code.ts';
import type { CommandStep, PageOfCourse, Step } from '../core/plan.ts';
import { commandSpans } from './unread.ts';

/** The `meta` of inline code that stands for a button which its author has left out. */
export const asked = 'asked';

/**
 * Commands in the running text of a course's page that make what its check asks for, while no step does: a hint tells
 * how the task is done (`docker pull nginx` in a sentence), and of several ways the first one is taken.
 *
 * @param steps of the page as it is written
 * @param before what is done before it
 * @returns a block for each, for the chapter to be planned with
 */
export function askedFor(
  chapter: Chapter,
  steps: readonly Step[],
  before: readonly Step[],
  { scripts, elsewhere }: PageOfCourse,
): readonly Block[] {
  const check = scripts.findLast(({ role }) => role === 'check')?.content;
  if (check === undefined || elsewhere !== null) return [];
  const words = wordsOf(check);
  const known = new Set([...before, ...steps].filter(isTyped).flatMap(({ text }) => namesOf(effectsOf(text))));
  let isIdle = !steps.some((step) => step.type === 'file' || (isOwn(step) && doesSomething(effectsOf(step.text))));
  const found: Block[] = [];
  for (const { text, start } of commandSpans(chapter, steps)) {
    const effects = effectsOf(text);
    const names = namesOf(effects);
    const own = names.filter((name) => !known.has(name) && isAskedFor(name, words));
    const isMeant = own.length > 0 || (isIdle && (runsAsked(effects, words) || takesAway(effects, chapter, start)));
    if (!isMeant || start < 0) continue;
    for (const name of names) known.add(name);
    isIdle = false;
    found.push(blockAt(chapter, text, start));
  }
  return found;
}

/** A chapter with further blocks, each in its place. */
export function withBlocks(chapter: Chapter, more: readonly Block[]): Chapter {
  const blocks = [...chapter.blocks, ...more]
    .sort((left, right) => left.range.start - right.range.start)
    .map((block, index) => ({ ...block, index }));
  return { ...chapter, blocks };
}

/** Docker names what is run without a name: where nothing else is done, it is what the page is about. */
function runsAsked({ makes, pulls }: Effects, words: ReadonlySet<string>): boolean {
  return (
    makes.some(({ kind, name }) => kind === 'container' && name === null) &&
    pulls.some(({ text }) => isAskedFor(shortImage(text), words))
  );
}

/** What is gone no check can name: a hint that is folded away tells how it goes. */
function takesAway({ destroys, stops, destructive }: Effects, { source }: Chapter, start: number): boolean {
  const isPruned = destructive?.code === 'destroys-unused';
  return (isPruned || destroys.length + stops.length > 0) && isFolded(source, start);
}

function isTyped(step: Step): step is CommandStep {
  return step.type === 'command' && step.skip === null && step.script?.role !== 'check';
}

function isOwn(step: Step): step is CommandStep {
  return isTyped(step) && step.script === undefined;
}

function doesSomething({ makes, destroys, starts, stops, destructive }: Effects): boolean {
  return destructive !== null || [makes, destroys, starts, stops].some(({ length }) => length > 0);
}

/** What a command makes, by the names that a check can ask for. */
function namesOf({ makes, pulls, writesFiles, destroys }: Effects): readonly string[] {
  // What removes things is no way to make one.
  if (destroys.length > 0) return [];
  const made = makes.flatMap(({ kind, name }) => (name === null ? [] : kind === 'image' ? [shortImage(name)] : [name]));
  // A container of an image is more than the image.
  return [...made, ...(makes.length > 0 ? [] : pulls.map(({ text }) => shortImage(text))), ...writesFiles];
}

/** A name stands in a check, or its parts do; who begins at home names a file without it. */
function isAskedFor(name: string, words: ReadonlySet<string>): boolean {
  const own = atHome(name);
  return partsOf(own).every((part) => words.has(part)) || words.has(`~/${own}`);
}

function atHome(path: string): string {
  return path.replaceAll('$HOME/', '~/').replaceAll('/root/', '~/');
}

/** An image's name and its tag stand apart in a list. */
function partsOf(name: string): readonly string[] {
  return name.includes('/') ? [name] : name.split(':');
}

/** The words of a script, names and paths whole. */
function wordsOf(script: string): ReadonlySet<string> {
  const words = atHome(script)
    .split(/[^\p{L}\p{N}_./:~-]+/u)
    .flatMap((word) => [word, word.replace(/^[.:/]+|[.:]+$/g, '')]);
  return new Set(words.flatMap((word) => [word, ...partsOf(word)]));
}

/** It stands as if it had a button. */
function blockAt({ source, sections, blocks }: Chapter, text: string, start: number): Block {
  const line = source.slice(0, start).split('\n').length;
  const own = { start, end: start + text.length };
  const ticks = /`*$/.exec(source.slice(0, start))?.[0].length ?? 0;
  const range = { start: start - ticks, end: own.end + ticks };
  return {
    ...{ index: blocks.length, form: 'inline', range, line, endLine: line, lang: null, meta: asked, closed: true },
    section: sections.findLast((one) => one.line <= line)?.index ?? 0,
    lines: [{ text, range: own, line }],
    within: isFolded(source, start) ? ['details'] : [],
    annotation: null,
  };
}
