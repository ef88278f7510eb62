import type { BlockForm } from '../../core/chapter.ts';
import type { Range } from '../../core/source.ts';
import type { TextLine } from '../lines.ts';

/** A code block found by its lines, before CommonMark reads the rest. Line numbers here are indexes from 0. */
export interface Carving {
  readonly form: BlockForm;
  /** Line that opens it; for one without an opening mark, its first line. */
  readonly open: number;
  /** Content: from this line up to (not including) `to`. */
  readonly from: number;
  readonly to: number;
  /** Last line that belongs to it, its closing mark included. */
  readonly last: number;
  /** Offset at which its opening mark begins. */
  readonly start: number;
  readonly lang: string | null;
  readonly meta: string | null;
  readonly closed: boolean;
  /** Columns and quote marks that stand before every content line. */
  readonly columns: number;
  readonly quotes: number;
  /** Where the content lies within its lines; absent where it takes them whole. */
  readonly content?: Range;
}

/** The document as a dialect sees it. */
export interface Page {
  readonly source: string;
  readonly lines: readonly TextLine[];
}

/** A way of marking a code block by whole lines. */
export interface Dialect {
  readonly name: string;
  /** The block that opens at this line, or null. */
  carve(page: Page, index: number): Carving | null;
}
