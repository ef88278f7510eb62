import { because } from '../../core/message.ts';
import { typedAtQuestion } from '../answers.ts';
import type { DraftCommand } from '../draft.ts';
import { leftOut, type SkipRule } from './rule.ts';

/** Buttons that answer the question of the command above them: that command is given the first answer. */
export const answered: SkipRule = {
  code: 'repeated',
  *find(drafts) {
    let asking: DraftCommand | undefined;
    for (const draft of drafts) {
      // `y` or `n`: both buttons are for the same question.
      if (asking === undefined || typedAtQuestion(asking, draft) === null) {
        asking = draft.commands.at(-1);
        continue;
      }
      const reason = because('plan-answers-question', { command: asking.text.split('\n')[0] ?? '' });
      for (const command of draft.commands) yield leftOut(draft, command, reason);
    }
  },
};
