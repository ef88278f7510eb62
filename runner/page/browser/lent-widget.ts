import type { FitAddon } from '@xterm/addon-fit';
import type { Terminal } from '@xterm/xterm';

/** What the script of the terminals lends to the others of its page. */
interface Widget {
  readonly Terminal: typeof Terminal;
  readonly FitAddon: typeof FitAddon;
}

const page = globalThis as unknown as { tutorWidget: Widget };

export function lend(widget: Widget): void {
  page.tutorWidget = widget;
}

/** There once that script has run. */
export function lent(): Widget {
  return page.tutorWidget;
}
