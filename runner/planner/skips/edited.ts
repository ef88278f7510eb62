import { effectsOf } from '../../command/index.ts';
import { because } from '../../core/message.ts';
import { leftOut, type SkipRule } from './rule.ts';

/** An editor needs hands. */
export const edited: SkipRule = {
  code: 'editor',
  *find(drafts) {
    for (const draft of drafts) {
      const { editor } = draft;
      for (const command of editor === null ? draft.commands : [editor]) {
        if (effectsOf(command.text).edits !== null) yield leftOut(draft, command, because('plan-no-editor'));
      }
    }
  },
};
