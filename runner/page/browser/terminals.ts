import type { FitAddon } from '@xterm/addon-fit';
import type { Terminal } from '@xterm/xterm';
import { lent } from './lent-widget.ts';
import { madeTerminal } from './looks.ts';

export interface TerminalsOptions {
  readonly place: HTMLElement;
  readonly onKeys: (terminal: number, keys: string) => void;
  readonly onSize: (columns: number, rows: number) => void;
  /** What a terminal is called to somebody who does not see it. */
  readonly nameOf: (terminal: number) => string;
  /** A terminal was opened, or another one is seen. */
  readonly onSeen: (terminals: readonly number[], seen: number) => void;
}

interface Shown {
  readonly terminal: Terminal;
  readonly fit: FitAddon;
  readonly element: HTMLElement;
}

/** The terminals of a chapter, one beneath the other; one of them is seen. */
export class TerminalViews {
  readonly #options: TerminalsOptions;
  readonly #all = new Map<number, Shown>();
  #seen = 1;

  constructor(options: TerminalsOptions) {
    this.#options = options;
    new ResizeObserver(() => this.#fit()).observe(options.place);
    this.#get(1);
  }

  /** Text for a terminal; `anew` where it is all that it shows. */
  write(number: number, data: string, anew: boolean): void {
    const { terminal } = this.#get(number);
    if (anew) terminal.reset();
    terminal.write(data);
  }

  /** Every terminal is a new one. */
  clear(): void {
    for (const [number, { terminal, element }] of this.#all) {
      if (number === 1) terminal.reset();
      else {
        terminal.dispose();
        element.remove();
        this.#all.delete(number);
      }
    }
    this.see(1);
  }

  /** Brings a terminal to the front; one that is not open yet comes there when it is, and a script has none. */
  see(number: number): void {
    if (!this.#all.has(number)) return;
    this.#seen = number;
    for (const [each, { element }] of this.#all) element.hidden = each !== number;
    this.#options.onSeen([...this.#all.keys()], number);
    this.#fit();
  }

  focus(): void {
    this.#all.get(this.#seen)?.terminal.focus();
  }

  #get(number: number): Shown {
    const known = this.#all.get(number);
    if (known) return known;
    const element = document.createElement('div');
    element.className = 'screen';
    this.#options.place.append(element);
    const terminal = madeTerminal({ fontSize: 13 });
    const fit = new (lent().FitAddon)();
    terminal.loadAddon(fit);
    terminal.open(element);
    terminal.textarea?.setAttribute('aria-label', this.#options.nameOf(number));
    // Tab is the shell's; by this the keyboard gets out again.
    terminal.attachCustomKeyEventHandler(({ key, shiftKey }) => key !== 'Tab' || !shiftKey);
    onDictated(terminal.textarea, (text) => this.#options.onKeys(number, text));
    terminal.onData((keys) => this.#options.onKeys(number, keys));
    const shown = { terminal, fit, element };
    this.#all.set(number, shown);
    this.see(number);
    return shown;
  }

  #fit(): void {
    const seen = this.#all.get(this.#seen);
    if (seen === undefined || seen.element.clientWidth === 0) return;
    seen.fit.fit();
    const { cols, rows } = seen.terminal;
    for (const { terminal } of this.#all.values()) terminal.resize(cols, rows);
    this.#options.onSize(cols, rows);
  }
}

/** Text that comes without a key, by dictation or from a palette of letters: a terminal that can be read out ignores it. */
function onDictated(textarea: HTMLTextAreaElement | undefined, act: (text: string) => void): void {
  let isPressed = false;
  textarea?.addEventListener('keydown', () => {
    isPressed = true;
  });
  textarea?.addEventListener('keyup', () => {
    isPressed = false;
  });
  textarea?.addEventListener('input', (event) => {
    const { data, inputType, isComposing } = event as InputEvent;
    if (inputType === 'insertText' && data && !isComposing && !isPressed) act(data);
  });
}
