import { effectsOf } from '../../command/index.ts';
import { because } from '../../core/message.ts';
import type { Draft } from '../draft.ts';
import { skip } from './skip.ts';

/** An editor needs hands: where the chapter gives the content, the file is written instead. */
export function skipEdited(drafts: readonly Draft[]): void {
  for (const draft of drafts) {
    for (const command of draft.commands) {
      const path = effectsOf(command.text).edits;
      if (path === null) continue;
      const written = draft.edited.some(({ entry }) => entry === command.entry);
      const reason = written ? because('plan-written-instead', { path }) : because('plan-no-editor');
      skip(draft, command, { code: 'alternative', reason });
    }
  }
}
