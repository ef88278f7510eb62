import { because } from '../../core/message.ts';
import type { Plan } from '../../core/plan.ts';
import type { Draft } from '../draft.ts';
import { skipAlternatives, skipClicks } from './alternatives.ts';
import { skipEdited } from './edited.ts';
import { skipOtherMachines } from './machines.ts';
import { skipNeverMade } from './never-made.ts';
import { skipOtherSystems } from './other-systems.ts';
import { skipOtherWays } from './other-ways.ts';
import { skipPlaceholders } from './placeholders.ts';
import { skipTabs } from './tabs.ts';

/**
 * Says of each command whether tutor leaves it out, and why. The first reason stays: what stands in a tab that is not
 * followed need not be asked whether its container exists.
 */
export function setSkips(drafts: readonly Draft[], before: readonly Plan[]): void {
  skipAnnotated(drafts);
  skipTabs(drafts);
  skipOtherSystems(drafts);
  skipEdited(drafts);
  skipPlaceholders(drafts);
  skipAlternatives(drafts);
  skipClicks(drafts);
  skipOtherWays(drafts);
  skipOtherMachines(drafts);
  skipNeverMade(drafts, before);
}

function skipAnnotated(drafts: readonly Draft[]): void {
  for (const { view, commands } of drafts) {
    const reason = view.block.annotation?.keys.skip;
    if (reason === undefined) continue;
    for (const command of commands) {
      command.skip = {
        code: 'annotation',
        reason: reason === '' ? because('plan-author-skips') : because('plan-author-words', { words: reason }),
      };
    }
  }
}
