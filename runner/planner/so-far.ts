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
      if (command.expected === null) this.#unanswered.add(placedLikeness(command));
      this.#last.set(command.terminal, command);
    }
    this.written.add(draft);
  }

  /** Commands typed in this section that still lack their output, as `placedLikeness` has them. */
  unansweredIn(section: number): ReadonlySet<string> {
    return section === this.#section ? this.#unanswered : new Set();
  }

  /** The last command typed into a terminal. */
  lastIn(terminal: number): DraftCommand | undefined {
    return this.#last.get(terminal);
  }
}
