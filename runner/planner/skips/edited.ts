import { effectsOf } from '../../command/index.ts';
import { because } from '../../core/message.ts';
import { leftOut, type SkipRule } from './rule.ts';

/** An editor needs hands: where the chapter gives the content, the file is written instead. */
export const edited: SkipRule = {
  code: 'alternative',
  *find(drafts) {
    for (const draft of drafts) {
      for (const command of draft.commands) {
        const path = effectsOf(command.text).edits;
        if (path === null) continue;
        const written = draft.edited.some(({ entry }) => entry === command.entry);
        const reason = written ? because('plan-written-instead', { path }) : because('plan-no-editor');
        yield leftOut(draft, command, reason);
      }
    }
  },
};
