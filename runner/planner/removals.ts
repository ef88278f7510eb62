import { dockerVerbsIn, placeholdersIn } from '../command/index.ts';
import type { Chapter } from '../core/chapter.ts';
import type { CommandStep } from '../core/plan.ts';
import { cuesIn } from './prose/cues.ts';
import { sentences } from './prose/sentences.ts';

/** Verbs that stop or take away what is there. */
const removing = new Set(['stop', 'kill', 'rm', 'rmi', 'down', 'prune', 'leave']);

/** Those that end containers. */
const ending = new Set(['container stop', 'container kill', 'container rm', 'compose down']);

interface Request {
  /** Offset behind the words. */
  readonly end: number;
  readonly line: number;
}

const known = new WeakMap<Chapter, readonly Request[]>();

/**
 * Where a page asks its reader to stop or remove what was made, and the next block has no command for it, or only the
 * form of one (`docker rm <container>`).
 */
function requestsIn(chapter: Chapter): readonly Request[] {
  const found =
    known.get(chapter) ??
    [...chapter.prose.flatMap((one) => requestOf(chapter, one) ?? []), ...chapter.blocks.flatMap(formIn)].sort(
      (left, right) => left.end - right.end,
    );
  known.set(chapter, found);
  return found;
}

/** The reader fills in which containers a command takes away. */
function formIn({ lines, range }: Chapter['blocks'][number]): Request | [] {
  const form = lines.find(
    ({ text }) => dockerVerbsIn(text).some((verb) => ending.has(verb)) && placeholdersIn(text).length > 0,
  );
  return form === undefined ? [] : { end: range.end, line: form.line };
}

function removes(text: string): boolean {
  return dockerVerbsIn(text).some((verb) => removing.has(verb.split(' ').at(-1) ?? ''));
}

/** Words that ask the reader to stop or remove what was made. */
export function asksRemoval(text: string): boolean {
  const said = text.split('\n').flatMap(sentences);
  return said
    .map((sentence) => cuesIn(sentence.replaceAll('`', '')))
    .some((cues) => cues.has('asksRemoval') && !cues.has('condition'));
}

function requestOf({ blocks }: Chapter, { kind, range, line, text }: Chapter['prose'][number]): Request | null {
  if (kind !== 'paragraph' && kind !== 'item') return null;
  if (!asksRemoval(text)) return null;
  const next = blocks.find((block) => block.range.start >= range.end);
  const content = next?.lines.map((one) => one.text).join('\n') ?? '';
  return removes(content) ? null : { end: range.end, line };
}

/** The last such request before a place in the source. */
export function removalBefore(chapter: Chapter, start: number): Pick<CommandStep, 'removalAsked'> {
  const last = requestsIn(chapter).findLast(({ end }) => end <= start);
  return last === undefined ? {} : { removalAsked: last.line };
}
