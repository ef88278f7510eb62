import type { BrokenLine } from '../../core/plan.ts';
import type { SourceLine } from '../../core/source.ts';
import type { Prompt } from '../prompts/index.ts';

/** A command in a block, as it would be typed. */
export interface TypedEntry {
  readonly type: 'command';
  /** Prompts and trailing comment removed; continuation lines joined by newlines. */
  readonly text: string;
  /** Lines of the block that it takes. */
  readonly lines: readonly SourceLine[];
  /** Offsets in the source: its first character and the end of its last one. */
  readonly start: number;
  readonly end: number;
  readonly prompt: Prompt | null;
  /** ` # comment` behind it: its text without the mark. */
  readonly trailing: SourceLine | null;
  /** Where the command ends too early for whoever copies it; null where it does not. */
  readonly broken: BrokenLine | null;
}

/** A line that is not typed. */
export interface LineEntry {
  readonly type: 'output' | 'comment' | 'blank' | 'prompt';
  readonly line: SourceLine;
  /** The prompt of a line that holds nothing else. */
  readonly prompt: Prompt | null;
}

export type Entry = TypedEntry | LineEntry;
