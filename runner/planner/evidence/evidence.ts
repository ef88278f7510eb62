import type { Told } from '../../core/message.ts';
import type { BlockKind, Evidence } from '../../core/plan.ts';
import type { View } from '../blocks/view.ts';
import type { Written } from '../files/written.ts';
import type { Placed } from '../places/place.ts';
import type { Edited } from '../transcript/edited.ts';
import type { Entry } from '../transcript/entry.ts';

/** All that a witness may look at. */
export interface Case {
  readonly view: View;
  readonly entries: readonly Entry[];
  readonly placed: readonly Placed[];
  /** Files whose content stands below the command that opens or shows them. */
  readonly edited: readonly Edited[];
  readonly past: Past;
}

/** What the blocks before this one were. */
export interface Past {
  /** The block directly before holds commands whose output is not shown yet. */
  readonly awaitsOutput: boolean;
  /** The last of them prints the variables of an environment. */
  readonly awaitsEnvironment: boolean;
  /** The last of them prints YAML: what looks like a file here is its output. */
  readonly awaitsYaml: boolean;
  /** Commands of the blocks before it in the same section whose output is not shown yet, as `placedLikeness` has them. */
  readonly unanswered: ReadonlySet<string>;
  readonly written: Written;
  /** File that the last command of the block before opened in an editor, without showing what is written into it. */
  readonly opened: string | null;
  /** The editor runs in a container: only hands can write what stands here. */
  readonly openedInside: boolean;
  /** The page is written in Korean, Japanese or Chinese. */
  readonly native: boolean;
  /** The page's blocks of a shell have prompts, and those called a console have none: these show what was printed. */
  readonly consolesPrint: boolean;
  /** Words that the chapter makes commands: its aliases and functions. */
  readonly ownCommands: ReadonlySet<string>;
  /** How many blocks of the page are commands with placeholders. */
  readonly formBlocks: number;
  /** Kind of the block directly before in the same section; null where there is none. */
  readonly kindBefore: BlockKind | null;
  /** The block directly before, in the same section, is a counter-example: this one may be the better half of the pair. */
  readonly counterBefore: boolean;
  /** The block directly before asks for a container's log. */
  readonly showsLog: boolean;
  /** The next block builds an image, or starts what a compose file says. */
  readonly builtNext: boolean;
  /** The next block shows what stands in its place after a change: `Change …` and `To:`. */
  readonly replacedNext: boolean;
  /** It is one of several blocks that make one Dockerfile. */
  readonly inSeries: boolean;
  /** The next blocks (up to the section's end) hold a build. */
  readonly buildFollows: boolean;
  /** It is a compose file, and no build takes it before there is another. */
  readonly replaced: boolean;
}

export type { Evidence };

/** Says what it sees in a case. */
export type Witness = (about: Case) => readonly Evidence[];

/** Shorthand for one piece of evidence. */
export function speaks(kind: BlockKind, weight: number, reason: Told | null = null): Evidence {
  return { kind, weight, reason };
}
