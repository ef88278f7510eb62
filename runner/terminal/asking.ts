import type { MessageCode } from '../core/messages/index.ts';
import type { Key, LearnersKeyboard, Press } from './keyboard.ts';
import type { Voice } from './voice.ts';

/** What the learner wants: a key, or a command that they have begun to type. */
export interface Wish {
  readonly key: Key | null;
  readonly typed: string;
}

export interface AskingOptions {
  readonly voice: Voice;
  readonly keyboard: LearnersKeyboard;
  readonly signal: AbortSignal;
}

/** Two letters within this time are no keys but the beginning of a command. */
const typingMs = 350;
const leaving: Wish = { key: 'q', typed: '' };

/** Asks the learner for a key or a line. */
export class Asking {
  readonly #options: AskingOptions;

  constructor(options: AskingOptions) {
    this.#options = options;
  }

  /** Waits for one of the keys, or for a command that somebody begins to type instead. `q`: they want to leave. */
  async wish(code: MessageCode, keys: readonly Key[]): Promise<Wish> {
    const { voice, keyboard, signal } = this.#options;
    for (;;) {
      voice.hint(code);
      const press = await keyboard.next(signal);
      signal.throwIfAborted();
      if (press === null || press.key === 'ctrl-d') {
        voice.screen.clear();
        return leaving;
      }
      const typed = await this.#typing(press);
      voice.screen.clear();
      if (typed !== '') return { key: null, typed };
      if (press.key === 'q' || press.key === 'ctrl-c') {
        if (await this.#wantsToLeave()) return leaving;
      } else if (keys.includes(press.key)) return { key: press.key, typed: '' };
    }
  }

  /**
   * A line that the learner types at tutor's own editor; null when the keyboard is gone.
   *
   * @param begun what they have typed of it already
   */
  line(prompt: string, begun: string): Promise<string | null> {
    const { keyboard, signal } = this.#options;
    return keyboard.line(prompt, begun, signal);
  }

  /** What was typed so far, where a press is the beginning of a command; empty where it is a key. */
  async #typing({ key, text }: Press): Promise<string> {
    if (text.length > 1) return text;
    if (text === '' || key === 'enter') return '';
    const more = await this.#options.keyboard.next(this.#options.signal, typingMs);
    return more === null || more.text === '' ? '' : text + more.text;
  }

  async #wantsToLeave(): Promise<boolean> {
    const { voice, keyboard, signal } = this.#options;
    voice.say('guide-leave');
    voice.hint('guide-leave-keys');
    const press = await keyboard.next(signal);
    voice.screen.clear();
    return press === null || press.key === 'y' || press.key === 'ctrl-c';
  }
}
