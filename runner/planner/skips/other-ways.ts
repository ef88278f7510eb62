import { effectsOf } from '../../command/index.ts';
import { because } from '../../core/message.ts';
import { faultsIn } from '../../printed/index.ts';
import type { Draft, DraftCommand } from '../draft.ts';
import { cuesIn } from '../prose/cues.ts';
import { leftOut, type SkipRule } from './rule.ts';

/**
 * Leaves out a second way to make a container that is there already: a reader who has followed the first one cannot
 * type it, and need not.
 */
export const otherWays: SkipRule = {
  code: 'alternative',
  *find(drafts) {
    const there = new Set<string>();
    for (const draft of drafts) {
      for (const command of draft.commands) {
        if (command.skip !== null || command.into !== 'shell') continue;
        const { makes, destroys } = effectsOf(command.text);
        const name = makes.find((thing) => thing.kind === 'container' && there.has(thing.name ?? ''))?.name;
        if (name != null && saysOtherWay(draft, command)) {
          yield leftOut(draft, command, because('plan-other-way', { name }));
          continue;
        }
        for (const thing of makes) if (thing.kind === 'container' && thing.name !== null) there.add(thing.name);
        for (const thing of destroys) forget(there, thing.name);
        if (/\bprune\b|\bcompose\b|\bdown\b|\$\(|`/.test(command.text)) there.clear();
      }
    }
  },
};

function forget(there: Set<string>, name: string | null): void {
  if (name === null) there.clear();
  else there.delete(name);
}

function saysOtherWay({ view }: Draft, { expected }: DraftCommand): boolean {
  // The author tries the name again to show that it is taken.
  if (faultsIn(expected?.text ?? '').some(({ kind }) => kind === 'taken')) return false;
  return [view.label, view.paragraph, view.headings[0]?.title ?? ''].some((text) => cuesIn(text).has('otherWay'));
}
