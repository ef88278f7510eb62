import { effectsOf, type ImageName, understand } from '../../command/index.ts';
import { because } from '../../core/message.ts';
import type { DraftCommand } from '../draft.ts';
import { leftOut, type SkipRule } from './rule.ts';

/** Registries that take an image only from somebody whom they know. */
const guarded =
  /^(?:docker\.io|ghcr\.io|quay\.io|gcr\.io|registry\.gitlab\.com|\S+\.(?:azurecr\.io|amazonaws\.com|pkg\.dev|gcr\.io))$/;

/** What it looks like where the author was turned away, too. */
const refused = /denied|unauthorized|not authenticated|does not exist|\berror\b/i;

/** Leaves out what only the reader's own account at a registry opens: its password stands in no chapter. */
export const accounts: SkipRule = {
  code: 'placeholder',
  *find(drafts) {
    for (const draft of drafts) {
      if (draft.view.block.annotation?.keys.answer !== undefined) continue;
      for (const command of draft.commands) {
        if (command.into === 'shell' && !refused.test(command.expected?.text ?? '') && needsAccount(command))
          yield leftOut(draft, command, because('plan-own-account'));
      }
    }
  },
};

function needsAccount({ text }: DraftCommand): boolean {
  const { asks, pushes } = effectsOf(text);
  const login = understand(text).calls.find(({ docker }) => docker?.verb === 'login')?.docker;
  if (login != null && asks !== null && !isOwn(login.operands[0] ?? '')) return true;
  return pushes.some(({ registry }: ImageName) => guarded.test(registry));
}

/** A registry on the reader's machine or in their network: the chapter has made it, and its accounts. */
function isOwn(registry: string): boolean {
  return registry !== '' && (!registry.includes('.') || /^\d+(?:\.\d+){3}(?::\d+)?$/.test(registry));
}
