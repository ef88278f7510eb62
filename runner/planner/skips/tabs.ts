import type { Tab } from '../../core/chapter.ts';
import { because } from '../../core/message.ts';
import type { Draft } from '../draft.ts';
import { cuesIn } from '../prose/cues.ts';
import { leftOut, type SkipRule } from './rule.ts';

/** Of tabs side by side a reader follows one: those for other systems are left out. */
export const systemTabs: SkipRule = {
  code: 'other-system',
  *find(drafts) {
    for (const { draft, tab } of unfollowed(drafts))
      if (isForOther(tab.name))
        for (const command of draft.commands)
          yield leftOut(draft, command, because('plan-other-tab-system', { name: tab.name }));
  },
};

/** And so are those that say the same in another way. */
export const otherTabs: SkipRule = {
  code: 'alternative',
  *find(drafts) {
    for (const { draft, tab, followed } of unfollowed(drafts))
      for (const command of draft.commands)
        yield leftOut(draft, command, because('plan-other-tab', { followed, name: tab.name }));
  },
};

/** The blocks in tabs beside the one that is followed: the one for Linux, else the first that is not for another system. */
function unfollowed(drafts: readonly Draft[]): readonly { draft: Draft; tab: Tab; followed: string }[] {
  const names = new Map<number, Set<string>>();
  for (const { view } of drafts) {
    const { tab } = view.block;
    if (tab) names.set(tab.group, (names.get(tab.group) ?? new Set()).add(tab.name));
  }
  const best = new Map([...names].map(([group, all]) => [group, [...all].sort((a, b) => rank(b) - rank(a))[0] ?? '']));
  return drafts.flatMap((draft) => {
    const { tab } = draft.view.block;
    const followed = best.get(tab?.group ?? -1);
    return tab == null || followed === undefined || tab.name === followed ? [] : [{ draft, tab, followed }];
  });
}

function rank(name: string): number {
  if (/linux|ubuntu|debian|리눅스/iu.test(name)) return 3;
  if (isForWindows(name)) return 0;
  if (cuesIn(name).has('mac')) return 1;
  return /desktop|gui/iu.test(name) ? 0.5 : 2;
}

function isForOther(name: string): boolean {
  return isForWindows(name) || (cuesIn(name).has('mac') && !/linux/iu.test(name));
}

/** `PS` is PowerShell where it is all that a tab is called. */
function isForWindows(name: string): boolean {
  return cuesIn(name).has('windows') || name.toLowerCase() === 'ps';
}
