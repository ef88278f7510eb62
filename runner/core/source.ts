/** Places in the text of a chapter. Offsets count UTF-16 code units from the first one of the file, a BOM included. */

/** A stretch of the chapter's source: `source.slice(start, end)`. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * One line of a block's content. `text` is what the author means (list indentation, quote marks, comment marks and
 * prompts removed, as far as the holder says so); `range` is where exactly that text stands in the source.
 */
export interface SourceLine {
  readonly text: string;
  readonly range: Range;
  /** Line in the file, from 1. */
  readonly line: number;
}
