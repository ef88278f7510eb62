import { effectsOf } from '../../command/index.ts';
import { because } from '../../core/message.ts';
import { faultsIn } from '../../printed/index.ts';
import type { Draft, DraftCommand } from '../draft.ts';
import { leftOut, type SkipRule } from './rule.ts';

/** What is shown next does what was done before, in another way or with more options. */
const otherWay =
  /같은|동일|대신|또는|혹은|옵션|다른\s*방법|(?:위|앞)의\s*(?:작업|과정|명령)\S*\s.*(?:수행|실행)하면|equivalent|\bsame (?:as|thing|result)|alternativ|\binstead\b|\boptions?\b|in one (?:step|command|go)/iu;

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
  return [view.label, view.paragraph, view.headings[0]?.title ?? ''].some((text) => otherWay.test(text));
}
