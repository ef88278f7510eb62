import { fillVariables, type Values } from '../command/index.ts';
import type { Chapter } from '../core/chapter.ts';
import { debug } from '../core/debug.ts';
import { because, type Told, wording } from '../core/message.ts';
import type { CommandStep, PageOfCourse, Plan, PlannedBlock, Step } from '../core/plan.ts';
import { askedFor, withBlocks } from './asked.ts';
import { viewBlocks } from './blocks/view.ts';
import { unseenAmong } from './conditions.ts';
import type { Draft } from './draft.ts';
import { draftBlocks } from './draft-blocks.ts';
import { tieOutputs } from './expected/tie.ts';
import { putWhereChecked } from './files/checked.ts';
import { nameFiles } from './files/name-files.ts';
import { settleFiles } from './files/settle.ts';
import { goOnElsewhere } from './places/elsewhere.ts';
import { lateSkipRules, setSkips, skipRules } from './skips/set-skips.ts';
import { commandStep, scriptStep, stepsOf } from './steps.ts';
import { unreadCommands } from './unread.ts';
import { fillDraft, fillStep, valuesIn, variablesOf } from './variables.ts';

export { type PlanJson, planJson } from './plan-json.ts';
export { valuesOf, variableNamesIn } from './variables.ts';

/**
 * Decides what every block of a chapter is, what a reader types, into what, and what should come out. Pure: neither
 * the file system nor an engine is asked.
 *
 * @param before chapters that it builds on, in their order
 * @param given values of variables; an author's own hold where there is none
 * @param page what its course adds to it; null where it is none of a course
 */
export function planChapter(
  chapter: Chapter,
  before: readonly Plan[] = [],
  given: Values = new Map(),
  page: PageOfCourse | null = null,
): Plan {
  const plan = planAsMarked(chapter, before, given, page);
  if (page === null) return plan;
  const done = before.flatMap(({ steps }) => steps);
  const asked = askedFor(chapter, plan.steps, done, page);
  return asked.length === 0 ? plan : planAsMarked(withBlocks(chapter, asked), before, given, page);
}

function planAsMarked(chapter: Chapter, before: readonly Plan[], given: Values, page: PageOfCourse | null): Plan {
  const chapters = [...before.map((plan) => plan.chapter), chapter];
  const values = valuesIn(chapters, given);
  const all = draftBlocks(viewBlocks(chapter)).map((draft) => fillDraft(draft, values));
  const unseen = unseenAmong(all, chapter, values);
  const drafts = all.filter((draft) => !unseen.has(draft));
  nameFiles(drafts, chapter.source);
  settleFiles(chapter, drafts);
  const scripts = page?.scripts ?? [];
  putWhereChecked(drafts, chapter, scripts);
  const prepared = scripts.filter(({ role }) => role !== 'check').map((one) => scriptStep(chapter, one, { all: [] }));
  setSkips(drafts, [...before.flatMap(({ steps }) => steps), ...prepared], skipRules);
  tieOutputs(drafts);
  goOnElsewhere(drafts, page === null ? [] : leftRunningBy(before));
  setSkips(drafts, [], lateSkipRules);
  const blocks = all.map((draft): PlannedBlock => {
    const { view, kind, reason, evidence, file, owner } = draft;
    if (unseen.has(draft)) return unseenBlock(chapter, draft);
    return {
      block: view.block,
      kind,
      reason,
      evidence,
      file: file === null ? null : fillVariables(file, values),
      for: owner,
    };
  });
  for (const { block, kind, reason } of blocks) {
    debug('plan', () => `${chapter.path}:${block.line} ${kind}: ${wording(reason, 'en')}`);
  }
  const written = stepsOf(chapter, drafts, page);
  const steps = written
    .map((step) => fillStep(step, values))
    .map((step) => leftElsewhere(step, page?.elsewhere ?? null));
  const typed = written.filter((step) => step.type === 'file' || step.script === undefined);
  const variables = variablesOf({ steps: typed, chapters, values, given });
  return { chapter, blocks, steps, variables, unread: unreadCommands(chapter, steps), messages: chapter.messages };
}

/** What a part that others see would have its reader type is told, and that is all. */
function unseenBlock(chapter: Chapter, draft: Draft): PlannedBlock {
  const { view, kind, evidence } = draft;
  const reason = because('plan-not-shown');
  return {
    block: view.block,
    kind: kind === 'run' || kind === 'in-container' ? kind : 'other',
    reason,
    evidence,
    file: null,
    for: null,
    unseen: draft.commands.map((command) => ({
      ...commandStep(chapter, draft, command, nowhere),
      skip: { code: 'condition', reason },
    })),
  };
}

/** The place in the plan of what is no step of it. */
const nowhere = -1;

function leftElsewhere(step: Step, elsewhere: Told | null): Step {
  return elsewhere === null || step.skip !== null
    ? step
    : { ...step, skip: { code: 'other-system', reason: elsewhere } };
}

/** What the page before has left running in its terminal. */
function leftRunningBy(before: readonly Plan[]): readonly CommandStep[] {
  const page = before.findLast(({ steps }) => steps.some(isTyped));
  const last = page?.steps.findLast(isTyped);
  return last?.staysOn === true ? [last] : [];
}

function isTyped(step: Step): step is CommandStep {
  return step.type === 'command' && step.script === undefined && step.skip === null;
}
