import { effectsOf } from '../command/index.ts';
import { type Draft, type DraftCommand, placedLikeness } from './draft.ts';
import { WrittenFiles } from './files/written.ts';

/** What the blocks read so far leave for the next one, noted block by block. */
export class SoFar {
  readonly written = new WrittenFiles();
  readonly #unanswered = new Set<string>();
  #section = 0;
  readonly #last = new Map<number, DraftCommand>();

  /** Notes a block that was read. */
  add(draft: Draft): void {
    if (draft.view.block.section !== this.#section) this.#unanswered.clear();
    this.#section = draft.view.block.section;
    for (const command of draft.commands) {
      // In what is opened here the same words are another command.
      if (effectsOf(command.text).opens?.into === 'container')
        for (const one of this.#unanswered) if (one.startsWith('inside ')) this.#unanswered.delete(one);
      if (command.expected === null) this.#unanswered.add(placedLikeness(command));
      this.#last.set(command.terminal, command);
    }
    this.written.add(draft);
  }

  /**
   * Commands typed in this section that still lack their output, as `placedLikeness` has them; those of the section
   * before where this one announces what they print.
   */
  unansweredIn(section: number, announced: boolean): ReadonlySet<string> {
    return section === this.#section || announced ? this.#unanswered : new Set();
  }

  /** The last command typed into a terminal. */
  lastIn(terminal: number): DraftCommand | undefined {
    return this.#last.get(terminal);
  }
}
