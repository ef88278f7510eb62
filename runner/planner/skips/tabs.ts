import type { Tab } from '../../core/chapter.ts';
import { because } from '../../core/message.ts';
import type { Draft } from '../draft.ts';
import { skip } from './skip.ts';

const windows = /windows|powershell|\bcmd\b|command prompt|git bash|윈도우|\bps\b/iu;
const mac = /\bmac|os ?x|brew/iu;

/** Of tabs side by side a reader follows one: the one for Linux, else the first that is not for another system. */
export function skipTabs(drafts: readonly Draft[]): void {
  const groups = new Map<number, Draft[]>();
  for (const draft of drafts) {
    const group = draft.view.block.tab?.group;
    if (group !== undefined) groups.set(group, [...(groups.get(group) ?? []), draft]);
  }
  for (const group of groups.values()) skipGroup(group);
}

function skipGroup(group: readonly Draft[]): void {
  const names = [...new Set(group.map(({ view }) => view.block.tab?.name ?? ''))];
  if (names.length < 2) return;
  const [followed] = [...names].sort((a, b) => rank(b) - rank(a));
  for (const draft of group) {
    const { tab } = draft.view.block;
    if (tab == null || tab.name === followed) continue;
    for (const command of draft.commands) skip(draft, command, reasonFor(tab, followed ?? ''));
  }
}

function rank(name: string): number {
  if (/linux|ubuntu|debian|리눅스/iu.test(name)) return 3;
  if (windows.test(name)) return 0;
  if (mac.test(name)) return 1;
  return /desktop|gui/iu.test(name) ? 0.5 : 2;
}

function reasonFor(tab: Tab, followed: string) {
  if (windows.test(tab.name) || (mac.test(tab.name) && !/linux/iu.test(tab.name))) {
    return { code: 'other-system', reason: because('plan-other-tab-system', { name: tab.name }) } as const;
  }
  return { code: 'alternative', reason: because('plan-other-tab', { followed, name: tab.name }) } as const;
}
