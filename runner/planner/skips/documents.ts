import { isCommand } from '../../command/index.ts';
import { because } from '../../core/message.ts';
import { leftOut, type SkipRule } from './rule.ts';

/** A button on what is no command, as a file's lines: a reader clicks once, sees the first error, and goes on. */
export const documents: SkipRule = {
  code: 'alternative',
  *find(drafts) {
    for (const draft of drafts) {
      const [first, ...others] = draft.commands;
      if (draft.view.mark !== 'run' || first === undefined || isCommand(first.text)) continue;
      const wrong = others.filter(({ text }) => !isCommand(text));
      if (wrong.length < others.length / 2) continue;
      for (const command of others) yield leftOut(draft, command, because('plan-button-of-lines'));
    }
  },
};
