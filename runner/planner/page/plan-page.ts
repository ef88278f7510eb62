import type { Locale } from '../../core/message.ts';
import type { Plan } from '../../core/plan.ts';

/** How the page is drawn. */
export interface PageOptions {
  /** Width of the terminal. */
  readonly columns: number;
  /** Colours a text, or leaves it. */
  readonly paint: (format: 'bold' | 'dim' | 'green' | 'cyan' | 'yellow' | 'magenta', text: string) => string;
  readonly locale: Locale;
}

/** The plan as a page to read: section by section, what is typed, expected, written, only looked at, and why. */
export function planPage(plan: Plan, _options: PageOptions): string {
  const lines = plan.blocks.map(({ block, kind, reason, file }) => `${block.line}\t${kind}\t${file ?? ''}\t${reason}`);
  return `${lines.join('\n')}\n`;
}
