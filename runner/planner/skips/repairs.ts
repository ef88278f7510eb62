import { because } from '../../core/message.ts';
import type { Draft } from '../draft.ts';
import { endsInColon } from '../prose/sentences.ts';
import { leftOut, type SkipRule } from './rule.ts';

/** `If you run into issues, do the following:`: whoever does not goes past it. */
export const repairs: SkipRule = {
  code: 'condition',
  *find(drafts) {
    for (const draft of drafts.filter(isForFailure))
      for (const command of draft.commands) yield leftOut(draft, command, because('plan-repair'));
  },
};

/** The sentence directly above tells what to do in that case, and leads to the block. */
function isForFailure({ view: { announced, label } }: Draft): boolean {
  const leads = endsInColon(label) || announced.has('instruction');
  return leads && announced.has('repair') && !announced.has('wish');
}
