import { dockerVerbsIn } from '../command/index.ts';
import type { Chapter } from '../core/chapter.ts';
import type { CommandStep } from '../core/plan.ts';
import { cuesIn } from './prose/cues.ts';

/** Verbs that stop or take away what is there. */
const removing = new Set(['stop', 'kill', 'rm', 'rmi', 'down', 'prune', 'leave']);

interface Request {
  /** Offset behind the words. */
  readonly end: number;
  readonly line: number;
}

const known = new WeakMap<Chapter, readonly Request[]>();

/** Where a page asks its reader to stop or remove what was made, and the next block has no command for it. */
function requestsIn(chapter: Chapter): readonly Request[] {
  const found = known.get(chapter) ?? chapter.prose.flatMap((one) => requestOf(chapter, one) ?? []);
  known.set(chapter, found);
  return found;
}

function requestOf({ blocks }: Chapter, { kind, range, line, text }: Chapter['prose'][number]): Request | null {
  if (kind !== 'paragraph' && kind !== 'item') return null;
  const asks = text.split(/(?<=[.!?。])\s|\n/).some((sentence) => {
    const said = cuesIn(sentence.replaceAll('`', ''));
    return said.has('asksRemoval') && !said.has('condition');
  });
  if (!asks) return null;
  const next = blocks.find((block) => block.range.start >= range.end);
  const content = next?.lines.map((one) => one.text).join('\n') ?? '';
  return dockerVerbsIn(content).some((verb) => removing.has(verb.split(' ').at(-1) ?? ''))
    ? null
    : { end: range.end, line };
}

/** The last such request before a place in the source. */
export function removalBefore(chapter: Chapter, start: number): Pick<CommandStep, 'removalAsked'> {
  const last = requestsIn(chapter).findLast(({ end }) => end <= start);
  return last === undefined ? {} : { removalAsked: last.line };
}
