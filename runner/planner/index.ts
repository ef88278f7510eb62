import { fillVariables, type Values } from '../command/index.ts';
import type { Chapter } from '../core/chapter.ts';
import { debug } from '../core/debug.ts';
import { wording } from '../core/message.ts';
import type { Plan, PlannedBlock } from '../core/plan.ts';
import { viewBlocks } from './blocks/view.ts';
import { draftBlocks } from './draft-blocks.ts';
import { tieOutputs } from './expected/tie.ts';
import { nameFiles } from './files/name-files.ts';
import { settleFiles } from './files/settle.ts';
import { goOnElsewhere } from './places/elsewhere.ts';
import { lateSkipRules, setSkips, skipRules } from './skips/set-skips.ts';
import { stepsOf } from './steps.ts';
import { unreadCommands } from './unread.ts';
import { fillDraft, fillStep, valuesIn, variablesOf } from './variables.ts';

export { planJson } from './plan-json.ts';
export { valuesOf, variableNamesIn } from './variables.ts';

/**
 * Decides what every block of a chapter is, what a reader types, into what, and what should come out. Pure: neither
 * the file system nor an engine is asked.
 *
 * @param before chapters that it builds on, in their order
 * @param given values of variables; an author's own hold where there is none
 */
export function planChapter(chapter: Chapter, before: readonly Plan[] = [], given: Values = new Map()): Plan {
  const chapters = [...before.map((plan) => plan.chapter), chapter];
  const values = valuesIn(chapters, given);
  const drafts = draftBlocks(viewBlocks(chapter)).map((draft) => fillDraft(draft, values));
  nameFiles(drafts, chapter.source);
  settleFiles(chapter, drafts);
  setSkips(drafts, before, skipRules);
  tieOutputs(drafts);
  goOnElsewhere(drafts);
  setSkips(drafts, before, lateSkipRules);
  const blocks: PlannedBlock[] = drafts.map(({ view, kind, reason, evidence, file, owner }) => ({
    block: view.block,
    kind,
    reason,
    evidence,
    file: file === null ? null : fillVariables(file, values),
    for: owner,
  }));
  for (const { block, kind, reason } of blocks) {
    debug('plan', () => `${chapter.path}:${block.line} ${kind}: ${wording(reason, 'en')}`);
  }
  const written = stepsOf(chapter, drafts);
  const steps = written.map((step) => fillStep(step, values));
  const variables = variablesOf({ steps: written, chapters, values, given });
  return { chapter, blocks, steps, variables, unread: unreadCommands(chapter, steps), messages: chapter.messages };
}
