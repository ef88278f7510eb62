import type { Chapter } from '../core/chapter.ts';
import { debug } from '../core/debug.ts';
import { wording } from '../core/message.ts';
import type { Plan, PlannedBlock } from '../core/plan.ts';
import { viewBlocks } from './blocks/view.ts';
import { draftBlocks } from './draft-blocks.ts';
import { tieOutputs } from './expected/tie.ts';
import { nameFiles } from './files/name-files.ts';
import { lateSkipRules, setSkips, skipRules } from './skips/set-skips.ts';
import { stepsOf } from './steps.ts';
import { unreadCommands } from './unread.ts';

export { planJson } from './plan-json.ts';

/**
 * Decides what every block of a chapter is, what a reader types, into what, and what should come out. Pure: neither
 * the file system nor an engine is asked.
 *
 * @param before chapters that it builds on, in their order
 */
export function planChapter(chapter: Chapter, before: readonly Plan[] = []): Plan {
  const drafts = draftBlocks(viewBlocks(chapter));
  nameFiles(drafts, chapter.source);
  setSkips(drafts, before, skipRules);
  tieOutputs(drafts);
  setSkips(drafts, before, lateSkipRules);
  const blocks: PlannedBlock[] = drafts.map(({ view, kind, reason, evidence, file, owner }) => ({
    block: view.block,
    kind,
    reason,
    evidence,
    file,
    for: owner,
  }));
  for (const { block, kind, reason } of blocks) {
    debug('plan', () => `${chapter.path}:${block.line} ${kind}: ${wording(reason, 'en')}`);
  }
  const steps = stepsOf(chapter, drafts);
  return { chapter, blocks, steps, unread: unreadCommands(chapter, steps), messages: chapter.messages };
}
