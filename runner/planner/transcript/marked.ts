import type { SourceLine } from '../../core/source.ts';
import type { Prompt } from '../prompts/index.ts';

/** A line with what was decided about it. */
export interface Marked {
  readonly line: SourceLine;
  /** Null where the line has none (or what looked like one was none). */
  readonly prompt: Prompt | null;
  readonly role: 'typed' | 'output' | 'comment' | 'blank' | 'prompt';
  /** It goes on with the command of the line before. */
  readonly joined: boolean;
}

/** What the reading of a block's lines depends on besides the lines. */
export interface Setting {
  /** The info string names a shell or a console. */
  readonly shell: boolean;
  /** The info string names PowerShell or cmd. */
  readonly windows: boolean;
  /** The sentence above tells the reader to type the one line that there is. */
  readonly told: boolean;
  /** A click types the block: each line is a command, or goes on with one. */
  readonly clicked: boolean;
  /** A container's shell is open when the block begins. */
  readonly insideContainer: boolean;
  /** The info string names SQL, or a client of it is open: `--` begins a remark. */
  readonly sql: boolean;
  /** Words that the chapter makes commands: its aliases and functions. */
  readonly own: ReadonlySet<string>;
  /** The client that is open when the block begins (`mysql`, `python`), or null. */
  readonly client: string | null;
}

/** A line that tells something instead of being typed or printed. */
export const remark =
  /^\s*(?:#(?!\d+ )|\/\/|-{1,2}>\s|→|⇒|※|={4,}\s*$|\*{3,}|(?:REM|rem|::)\s|\{%-?\s*(?:end)?raw\s*-?%\}\s*$|[-=(]*\s*(?:or|또는|혹은|或者?|または)\s*[-=)]*\s*$)/iu;
