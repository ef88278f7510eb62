import { effectsOf, hasOption, understand } from '../../command/index.ts';
import { because } from '../../core/message.ts';
import { faultsIn } from '../../printed/index.ts';
import type { Draft, DraftCommand } from '../draft.ts';
import { cuesIn } from '../prose/cues.ts';
import { asksRemoval } from '../removals.ts';
import { leftOut, type SkipRule } from './rule.ts';

/**
 * Leaves out a second way to make a container that is there already: a reader who has followed the first one cannot
 * type it, and need not.
 */
export const otherWays: SkipRule = {
  code: 'alternative',
  *find(drafts) {
    const there = new Map<string, DraftCommand>();
    for (const draft of drafts) {
      if (draft.view.between.some(({ text }) => asksRemoval(text))) there.clear();
      for (const command of draft.commands) {
        if (command.skip !== null || command.into !== 'shell') continue;
        const { makes, destroys, stops } = effectsOf(command.text);
        const name = makes.find((thing) => thing.kind === 'container' && there.has(thing.name ?? ''))?.name;
        const first = there.get(name ?? '');
        if (
          name != null &&
          first !== undefined &&
          (saysOtherWay(draft, command) || namesOption(draft, command, first))
        ) {
          yield leftOut(draft, command, because('plan-other-way', { name }));
          continue;
        }
        for (const thing of makes)
          if (thing.kind === 'container' && thing.name !== null) there.set(thing.name, command);
        for (const thing of destroys) forget(there, thing.name);
        for (const { name: stopped } of stops)
          if (stopped === null || isGoneWhenStopped(there.get(stopped))) forget(there, stopped);
        if (/\bprune\b|\bcompose\b|\bdown\b|\$\(|`/.test(command.text)) there.clear();
      }
    }
  },
};

/** `docker run --rm`: the container goes when it is stopped. */
function isGoneWhenStopped(maker: DraftCommand | undefined): boolean {
  return (
    maker !== undefined && understand(maker.text).calls.some(({ docker }) => docker !== null && hasOption(docker, 'rm'))
  );
}

function forget(there: Map<string, DraftCommand>, name: string | null): void {
  if (name === null) there.clear();
  else there.delete(name);
}

function saysOtherWay({ view }: Draft, { expected }: DraftCommand): boolean {
  // The author tries the name again to show that it is taken.
  if (faultsIn(expected?.text ?? '').some(({ kind }) => kind === 'taken')) return false;
  return [view.label, view.paragraph, view.headings[0]?.title ?? ''].some((text) => cuesIn(text).has('otherWay'));
}

/** The line above says by which option it is done here (`-v`, as against `--mount`), and the first way has not that one. */
function namesOption({ view }: Draft, { text }: DraftCommand, first: DraftCommand): boolean {
  const named = view.label.match(/(?<![\w-])--?[a-z][\w-]*/g) ?? [];
  const has = (command: string, option: string) => command.split(/[\s=]+/).includes(option);
  return named.some((option) => has(text, option) && !has(first.text, option));
}
