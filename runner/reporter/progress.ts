import type { Progress, ProgressEvent } from '../core/progress.ts';
import { own } from '../core/terminal-text.ts';

/** Where progress is shown. */
interface Screen {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** A log is not redrawn: how much must have happened for another line there. */
const logStep = 0.25;

/** Shows progress: as one line that is redrawn on a terminal, as a few lines in a log. */
export function showProgress(screen: Screen): { readonly progress: Progress; end(): void } {
  let drawn = '';
  let logged = { what: '', share: 0 };
  const redraw = (event: ProgressEvent) => {
    const text = `  ${event.what}${percent(event)}`;
    if (text !== drawn) screen.write(`${own('\r\u001b[K')}${text}`);
    drawn = text;
  };
  const log = (event: ProgressEvent) => {
    const share = event.total ? event.done / event.total : 0;
    if (event.what === logged.what && share < logged.share + logStep) return;
    logged = { what: event.what, share };
    screen.write(`  ${event.what}${percent(event)}\n`);
  };
  return {
    progress: screen.isTTY ? redraw : log,
    end() {
      if (drawn !== '') screen.write(own('\r\u001b[K'));
      drawn = '';
    },
  };
}

function percent({ done, total }: ProgressEvent): string {
  return total ? ` ${Math.floor((100 * done) / total)} %` : '';
}
