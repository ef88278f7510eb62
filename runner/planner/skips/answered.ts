import { because } from '../../core/message.ts';
import { typedAtQuestion } from '../answers.ts';
import { leftOut, type SkipRule } from './rule.ts';

/** A button that answers the question of the command above it: that command is given the answer. */
export const answered: SkipRule = {
  code: 'repeated',
  *find(drafts) {
    for (const [number, draft] of drafts.entries()) {
      const asking = drafts[number - 1]?.commands.at(-1);
      if (asking === undefined || typedAtQuestion(asking, draft) === null) continue;
      const reason = because('plan-answers-question', { command: asking.text.split('\n')[0] ?? '' });
      for (const command of draft.commands) yield leftOut(draft, command, reason);
    }
  },
};
