import { beginsWithDocker, effectsOf, understand } from '../command/index.ts';
import type { Told } from '../core/message.ts';
import type { BlockKind, Expected, Into, PlannedBlock, Skip } from '../core/plan.ts';
import { remembering } from '../core/remember.ts';
import { squash } from '../core/words.ts';
import type { View } from './blocks/view.ts';
import type { Open } from './places/open.ts';
import type { Edited } from './transcript/edited.ts';
import type { Entry, TypedEntry } from './transcript/entry.ts';

/** A command of a draft. */
export interface DraftCommand {
  readonly entry: TypedEntry;
  readonly text: string;
  readonly into: Into;
  /** What takes it, from the outside in. */
  readonly stack: readonly Open[];
  terminal: number;
  expected: Expected | null;
  skip: Skip | null;
}

/** A block while the plan is being made: later passes fill in what only the whole chapter tells. */
export interface Draft {
  readonly view: View;
  kind: BlockKind;
  reason: Told;
  readonly evidence: PlannedBlock['evidence'];
  /** All that it holds, typed or not. */
  readonly entries: readonly Entry[];
  commands: DraftCommand[];
  /** Commands that an `expected-output` block repeats. */
  readonly shows: readonly DraftCommand[];
  /** Files that the reader writes in an editor, or that `cat` shows. */
  readonly edited: readonly Edited[];
  /** The editor's line of a block that is a file: what it opens is written, and nothing else in it is typed. */
  readonly editor: DraftCommand | null;
  file: string | null;
  /** Where the reader is when the block begins. */
  folder: string;
  /** `more`: it goes on with the file of a block above. */
  readonly part: 'whole' | 'more';
  /** Block whose command prints what this one shows. */
  owner: number | null;
}

/**
 * What a command is when it is shown once more: whitespace made equal, `-it` for `-t`, one way to call a script for
 * another.
 */
export const likeness = remembering((text): string => {
  const plain = squash(text);
  // Where the switch opens a shell, it is another command.
  if (beginsWithDocker(plain))
    return effectsOf(plain).opens === null ? plain.replace(/ -(?:it?|ti?)(?= )/g, '') : plain;
  return plain.replace(/^(?:(?:bash|sh|source|\.) )?(?:\.\/)?(?=[\w./-]+\.sh(?: |$))/, '');
});

/** The verb of a command's first call, or its program where that has none. */
export function verbOf(text: string): string {
  const [call] = understand(text).calls;
  return call?.docker?.verb ?? call?.program ?? '';
}

/** `likeness`, with where it is typed: in a container the same words are another command. */
export function placedLikeness({ text, into }: Pick<DraftCommand, 'text' | 'into'>): string {
  return `${into === 'shell' ? 'host' : 'inside'} ${likeness(text)}`;
}
