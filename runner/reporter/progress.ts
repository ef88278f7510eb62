import { type Locale, wording } from '../core/message.ts';
import type { Progress, ProgressEvent } from '../core/progress.ts';
import { own } from '../core/terminal-text.ts';
import { shorten } from '../core/width.ts';

/** Where progress is shown. */
interface Screen {
  readonly columns?: number;
  write(text: string): unknown;
}

export interface ProgressOptions {
  readonly locale: Locale;
  /** Which of how many pieces of work this is. */
  readonly at?: number;
  readonly count?: number;
  /** Whether a line can be drawn anew. */
  readonly redraws: boolean;
}

/** A log is not redrawn: how much must have happened for another line there. */
const logStep = 0.25;
/** Before so much was done, nobody can tell how long the rest takes. */
const knownMs = 4000;
const knownShare = 0.05;

/** Shows progress: as one line that is redrawn on a terminal, as a few lines in a log. */
export function showProgress(screen: Screen, options: ProgressOptions): { readonly progress: Progress; end(): void } {
  const startedAt = performance.now();
  let drawn = '';
  let logged = { what: '', share: 0 };
  const { locale, at = 1, count = 1 } = options;
  const lineOf = ({ what, done, total, item }: ProgressEvent) => {
    const args = item !== undefined && item.count > 1 ? { at: item.at, count: item.count } : { at, count };
    const which = args.count > 1 ? [wording({ code: 'progress-which', args }, locale)] : [];
    const name = typeof what === 'string' ? what : wording(what, locale);
    const size = item ? [`${item.megabytes} MB`] : [];
    const percent = total ? [`${Math.floor((100 * done) / total)} %`] : [];
    const left = total ? leftTold(performance.now() - startedAt, done / total, locale) : [];
    return `  ${[...which, name, ...size, ...percent, ...left].join(' · ')}`;
  };
  const redraw = (event: ProgressEvent) => {
    const text = shorten(lineOf(event), (screen.columns ?? 80) - 1);
    if (text !== drawn) screen.write(own('\r\u001b[K') + text);
    drawn = text;
  };
  const log = (event: ProgressEvent) => {
    const name = JSON.stringify(event.what);
    const share = event.total ? event.done / event.total : 0;
    if (name === logged.what && share < logged.share + logStep) return;
    logged = { what: name, share };
    screen.write(`${lineOf(event)}\n`);
  };
  return {
    progress: options.redraws ? redraw : log,
    end() {
      if (drawn !== '') screen.write(own('\r\u001b[K'));
      drawn = '';
    },
  };
}

function leftTold(elapsedMs: number, share: number, locale: Locale): readonly string[] {
  if (elapsedMs < knownMs || share < knownShare || share >= 1) return [];
  const seconds = Math.ceil(((elapsedMs / share) * (1 - share)) / 1000);
  const minutes = Math.ceil(seconds / 60);
  return seconds < 90
    ? [wording({ code: 'progress-seconds-left', args: { seconds: Math.ceil(seconds / 5) * 5 } }, locale)]
    : [wording({ code: 'progress-minutes-left', args: { minutes } }, locale)];
}
