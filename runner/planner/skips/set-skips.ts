import { because } from '../../core/message.ts';
import type { Step } from '../../core/plan.ts';
import type { Draft } from '../draft.ts';
import { accounts } from './accounts.ts';
import { alternatives, clicks, transcripts } from './alternatives.ts';
import { answered } from './answered.ts';
import { documents } from './documents.ts';
import { edited } from './edited.ts';
import { otherEngines, otherHosts, otherMachines } from './machines.ts';
import { neverMade } from './never-made.ts';
import { otherFamilies } from './other-families.ts';
import { otherSystems } from './other-systems.ts';
import { otherWays } from './other-ways.ts';
import { placeholders } from './placeholders.ts';
import { repairs } from './repairs.ts';
import { leftOut, type SkipRule } from './rule.ts';
import { otherTabs, systemTabs } from './tabs.ts';

const annotated: SkipRule = {
  code: 'annotation',
  *find(drafts) {
    for (const draft of drafts) {
      const words = draft.view.block.annotation?.keys.skip;
      if (words === undefined) continue;
      const reason = words === '' ? because('plan-author-skips') : because('plan-author-words', { words });
      for (const command of draft.commands) yield leftOut(draft, command, reason);
    }
  },
};

/**
 * Every reason to leave a command out, in the order in which they are asked. The first one stays: what stands in a tab
 * that is not followed need not be asked whether its container exists.
 */
export const skipRules: readonly SkipRule[] = [
  annotated,
  otherHosts,
  systemTabs,
  otherTabs,
  otherSystems,
  otherFamilies,
  edited,
  answered,
  documents,
  placeholders,
  repairs,
  otherEngines,
  alternatives,
  clicks,
  transcripts,
  otherWays,
  otherMachines,
  neverMade,
];

/** Asked once every output has its command: what the output tells counts. */
export const lateSkipRules: readonly SkipRule[] = [accounts];

/** Says of each command whether tutor leaves it out, and why; not where the author insists on it. */
export function setSkips(drafts: readonly Draft[], before: readonly Step[], rules: readonly SkipRule[]): void {
  for (const { code, find } of rules) {
    for (const { draft, command, reason } of find(drafts, before)) {
      if (draft.view.block.annotation?.keys.run !== true) command.skip ??= { code, reason };
    }
  }
}
