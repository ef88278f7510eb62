import { type Locale, type MessageArgs, wording } from '../core/message.ts';
import type { MessageCode } from '../core/messages/index.ts';
import { widthOf } from '../core/width.ts';
import type { Paint } from '../reporter/paint.ts';
import type { PageOptions } from './prose.ts';
import type { LearnersScreen } from './screen.ts';
import { wrap } from './wrap.ts';

/** Lines are no longer than is pleasant to read. */
const widest = 100;

/** Says sentences of the catalogue on the learner's screen. */
export class Voice {
  readonly screen: LearnersScreen;
  readonly paint: Paint;
  readonly locale: Locale;
  /** Whether the terminal has links of its own. */
  readonly links: boolean;

  constructor(screen: LearnersScreen, paint: Paint, locale: Locale, links = false) {
    this.screen = screen;
    this.paint = paint;
    this.locale = locale;
    this.links = links;
  }

  /** What a page is drawn on. */
  get surface(): PageOptions {
    const { paint, columns, locale, links } = this;
    return { paint, columns, locale, links, plain: this.screen.plain };
  }

  /** What comes back from the shell: a key, or a line. */
  get back(): string {
    return this.screen.plain ? '!' : 'Ctrl-]';
  }

  /** Columns for running text. */
  get columns(): number {
    return Math.min(this.screen.columns, widest);
  }

  text(code: MessageCode, args: MessageArgs = {}): string {
    return wording({ code, args }, this.locale);
  }

  /** The sentence in lines, set back behind what the chapter says. */
  lines(code: MessageCode, args: MessageArgs = {}): readonly string[] {
    return wrap([{ text: this.text(code, args), format: 'dim' }], this.columns - 1, this.paint);
  }

  /** Says a sentence that stays on the screen. */
  say(code: MessageCode, args: MessageArgs = {}): void {
    this.screen.lines(this.lines(code, args));
  }

  /** Says that something is done. */
  praise(code: MessageCode, args: MessageArgs = {}): void {
    this.screen.lines([this.paint('green', this.text(code, args))]);
  }

  /** Shows a line that goes when something else comes. */
  hint(code: MessageCode, args: MessageArgs = {}): void {
    this.screen.hint(this.#fitting(code, args), (shown) => this.paint('inverse', shown));
  }

  /** Shows a line that stays below what a program prints, until that has ended. */
  foot(code: MessageCode, args: MessageArgs = {}): void {
    this.screen.foot(this.#fitting(code, args), (shown) => this.paint('inverse', shown));
  }

  #fitting(code: MessageCode, args: MessageArgs): string {
    return fitting(this.text(code, args), this.screen.columns - 1);
  }
}

/** Of the keys on a line those that there is room for; the last but one, which tells the others, always. */
function fitting(text: string, columns: number): string {
  const keys = text.split('  ');
  while (keys.length > 2 && widthOf(keys.join('  ')) > columns) keys.splice(keys.length > 3 ? keys.length - 3 : 1, 1);
  return keys.join('  ');
}
