import { effectsOf } from '../../command/index.ts';
import { because } from '../../core/message.ts';
import { leftOut, type SkipRule } from './rule.ts';

/** An editor needs hands, and a browser eyes. */
export const edited: SkipRule = {
  code: 'editor',
  *find(drafts) {
    for (const draft of drafts) {
      const { editor } = draft;
      for (const command of editor === null ? draft.commands : [editor]) {
        const { edits, visits } = effectsOf(command.text);
        if (edits !== null) yield leftOut(draft, command, because('plan-no-editor'));
        else if (visits) yield leftOut(draft, command, because('plan-no-browser'));
      }
    }
  },
};
