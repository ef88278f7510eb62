import { type Locale, type Told, wording } from '../core/message.ts';
import type { ChapterResult, OutcomeStatus } from '../core/outcome.ts';
import { type Step, titleOf } from '../core/plan.ts';
import { forLearner } from './for-learner.ts';
import { count, type Finding, findingsOf, statuses } from './summary.ts';

/** How one status is shown to a reader. */
type Coloured = (status: OutcomeStatus, text: string) => string;

/**
 * How a chapter came out, for who went through it: of each step that did not go as it should, its number on their way,
 * why, and what follows from it. What none of their steps did is not counted for them.
 */
export function learnersEnd(
  result: ChapterResult,
  locale: Locale,
  coloured: Coloured,
  signs: boolean,
): readonly string[] {
  const counts = count(result.outcomes);
  // What was done, and says nothing about the chapter, was not left out.
  const notJudged = result.outcomes.filter(({ status, output }) => status === 'skipped' && output !== null).length;
  const leftOut = { ...counts, skipped: counts.skipped - notJudged };
  const say = (code: Told['code'], args: Told['args']) => wording({ code, args }, locale);
  const parts = statuses
    .filter((status) => leftOut[status] > 0)
    .map((status) => coloured(status, say(`guide-end-${status}`, { count: leftOut[status] })));
  if (notJudged > 0) parts.push(coloured('skipped', say('guide-end-not-judged', { count: notJudged })));
  return [
    ...(parts.length > 0 ? [`${result.plan.chapter.id}  ${parts.join(', ')}`] : []),
    ...findingsOf(result).flatMap((finding) => found(finding, result, (step) => titleOf(step, signs), say, coloured)),
  ];
}

function found(
  { outcome: { step, status, messages }, site, consequences }: Finding,
  { plan }: ChapterResult,
  title: (step: Step) => string,
  say: (code: Told['code'], args: Told['args']) => string,
  coloured: Coloured,
): readonly string[] {
  const numberAt = ({ chapter, line }: Finding['site']) => {
    const at = chapter === plan.chapter.path ? plan.steps.findIndex((other) => other.line === line) : -1;
    return at === -1 ? `${chapter}:${line}` : `${at + 1}`;
  };
  const message = messages.find(({ severity }) => severity === 'error') ?? messages[0];
  const told = message && forLearner(message, plan);
  const steps = [...new Set(consequences.map(numberAt))];
  return [
    coloured(status, say('guide-end-step', { at: numberAt(site), what: title(step) })),
    ...(told === undefined ? [] : [`  ${say(told.code, told.args)}`]),
    ...(steps.length === 0 ? [] : [`  ${say('guide-end-follows', { count: steps.length, steps: steps.join(', ') })}`]),
  ];
}
