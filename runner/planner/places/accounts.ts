import { effectsOf, understand } from '../../command/index.ts';
import type { View } from '../blocks/view.ts';
import type { Draft, DraftCommand } from '../draft.ts';
import type { Prompt } from '../prompts/index.ts';
import type { TypedEntry } from '../transcript/entry.ts';

/** An account that the reader has changed to, without a word that leaves it. */
interface Account {
  readonly user: string;
  readonly section: number;
  /** Of the account that was left for it. */
  readonly before: Prompt | null;
}

/**
 * The commands for which the reader is back in their own shell, though no line leaves the account that `su` has opened:
 * another part of the page has begun, or the prompt is the one from before.
 */
export function backFromAccounts(drafts: readonly Draft[]): ReadonlySet<TypedEntry> {
  const found = new Set<TypedEntry>();
  const open = new Map<number, Account>();
  for (const { view, commands } of drafts) {
    for (const command of commands) {
      if (command.into !== 'shell' || command.skip !== null) continue;
      const account = open.get(command.terminal);
      if (account !== undefined && isBack(account, command, view)) {
        found.add(command.entry);
        open.delete(command.terminal);
      }
      if (effectsOf(command.text).leaves) open.delete(command.terminal);
      const user = userIn(command.text);
      if (user !== null)
        open.set(command.terminal, { user, section: view.block.section, before: command.entry.prompt });
    }
  }
  return found;
}

function isBack({ user, section, before }: Account, { entry: { prompt } }: DraftCommand, view: View): boolean {
  if (prompt?.host?.startsWith(`${user}@`)) return false;
  if (prompt?.host != null && prompt.host === before?.host) return true;
  return view.exitAhead === null && !view.headings.some(({ index }) => index === section);
}

/** The account, none of root's, in whose shell the reader is after a command; null where it opens no such shell. */
function userIn(text: string): string | null {
  if (effectsOf(text).opens?.into !== 'shell') return null;
  const su = understand(text).calls.find(({ program }) => program === 'su');
  const user = su?.args.find((arg) => !arg.startsWith('-'));
  return user === undefined || user === 'root' ? null : user;
}
