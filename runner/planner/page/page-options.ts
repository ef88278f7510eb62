import type { Locale } from '../../core/message.ts';

/** How the page is drawn. */
export interface PageOptions {
  /** Width of the terminal. */
  readonly columns: number;
  /** Colours a text, or leaves it. */
  readonly paint: Paint;
  readonly locale: Locale;
}

export type Paint = (format: 'bold' | 'dim' | 'green' | 'cyan' | 'yellow' | 'magenta', text: string) => string;

/** Columns of the line number in the margin, its blank included. */
export const margin = 6;
