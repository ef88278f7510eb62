import { because } from '../../core/message.ts';
import type { Draft } from '../draft.ts';
import { blanksIn } from '../evidence/placeholders.ts';
import { skip } from './skip.ts';

/** What the reader must fill in is known to nobody but the reader. */
export function skipPlaceholders(drafts: readonly Draft[]): void {
  for (const draft of drafts) {
    for (const command of draft.commands) {
      const [blank] = blanksIn(command.text);
      if (blank !== undefined)
        skip(draft, command, { code: 'placeholder', reason: because('plan-fills-in', { blank }) });
    }
  }
}
