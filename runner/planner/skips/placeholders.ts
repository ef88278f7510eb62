import { variablesIn } from '../../command/index.ts';
import { because } from '../../core/message.ts';
import { blanksIn } from '../evidence/placeholders.ts';
import { leftOut, type SkipRule } from './rule.ts';

/** What the reader must fill in is known to nobody but the reader. */
export const placeholders: SkipRule = {
  code: 'placeholder',
  *find(drafts) {
    for (const draft of drafts) {
      for (const command of draft.commands) {
        const [variable] = variablesIn(command.text);
        if (variable !== undefined) yield leftOut(draft, command, because('plan-needs-value', { name: variable.name }));
        // Braces in a language of code are its own, and what is in a value that was put in is its giver's.
        const isOwn = (one: string) => (command.into === 'repl' && one.startsWith('{')) || variablesIn(one).length > 0;
        const blank = blanksIn(command.entry.text).find((one) => !isOwn(one));
        if (blank !== undefined) yield leftOut(draft, command, because('plan-fills-in', { blank }));
      }
    }
  },
};
