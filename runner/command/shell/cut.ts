/** A command of a longer text, as a reader types it in one go. Offsets are into that text. */
export interface CutCommand {
  /** `source.slice(start, end)`: continuation lines and heredoc bodies included, trailing comment not. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /**
   * What to type: mostly `text` itself. A continuation mark with blanks or a remark behind it is mended, lines without
   * any mark are joined, no-break spaces and curly quotes become those of a keyboard.
   */
  readonly typed: string;
  /** ` # comment` after the command on its last line, from the `#` on. */
  readonly trailingComment: Comment | null;
  /** It is a command by the grammar of bash; false for a line taken as it is. */
  readonly valid: boolean;
  /** The text ended while bash would have asked for more. */
  readonly incomplete: boolean;
  /** Full-line comments directly above it (no blank line between), top first. */
  readonly comments: readonly Comment[];
}

export interface Comment {
  /** The `#` included. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A text cut into commands. */
export interface Cut {
  readonly commands: readonly CutCommand[];
  /** Every full-line comment, in order. */
  readonly comments: readonly Comment[];
}
