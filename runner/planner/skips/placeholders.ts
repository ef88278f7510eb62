import { because } from '../../core/message.ts';
import { blanksIn } from '../evidence/placeholders.ts';
import { leftOut, type SkipRule } from './rule.ts';

/** What the reader must fill in is known to nobody but the reader. */
export const placeholders: SkipRule = {
  code: 'placeholder',
  *find(drafts) {
    for (const draft of drafts) {
      for (const command of draft.commands) {
        // Braces in a language of code are its own.
        const [blank] = blanksIn(command.text).filter((one) => command.into !== 'repl' || !one.startsWith('{'));
        if (blank !== undefined) yield leftOut(draft, command, because('plan-fills-in', { blank }));
      }
    }
  },
};
