import type { ChapterRun } from '../pipeline/chapter-run.ts';
import type { HandOver } from '../session/index.ts';

const enter = '\r';

/** The terminals of a run, one of which is in its reader's hands between the steps: the one that they type into. */
export class LentTerminal {
  readonly #run: Pick<ChapterRun, 'terminals'>;
  readonly #onLine: (typed: string, terminal: number) => boolean;
  #lent: { readonly terminal: number; readonly over: HandOver } | null = null;
  /** What was asked for before: keys keep their order, also while a terminal changes hands. */
  #before: Promise<unknown> = Promise.resolve();

  /** @param onLine whether somebody else types the line that the reader has finished, which is then taken back */
  constructor(run: Pick<ChapterRun, 'terminals'>, onLine: (typed: string, terminal: number) => boolean) {
    this.#run = run;
    this.#onLine = onLine;
  }

  /** Keys for the shell of a terminal. */
  press(terminal: number, keys: string): Promise<void> {
    return this.#after(() => this.#press(terminal, keys));
  }

  /** Resolves to false where the reader's own command is still running. */
  takeBack(): Promise<boolean> {
    return this.#after(() => this.#takeBack());
  }

  async #press(terminal: number, keys: string): Promise<void> {
    if (this.#lent?.terminal !== terminal) {
      if (!(await this.#takeBack())) return;
      const over = await this.#run.terminals.handOver(terminal, true);
      this.#lent = { terminal, over };
      void over.ended.then(() => {
        if (this.#lent?.over === over) this.#lent = null;
      });
    }
    const { over } = this.#lent;
    const typed = keys === enter ? await over.line() : null;
    if (typed === null || !this.#onLine(typed, terminal)) over.press(keys);
  }

  async #takeBack(): Promise<boolean> {
    if (this.#lent === null) return true;
    const isBack = await this.#lent.over.takeBack();
    if (isBack) this.#lent = null;
    return isBack;
  }

  #after<Done>(act: () => Promise<Done>): Promise<Done> {
    const done = this.#before.then(act);
    this.#before = done.catch(() => {});
    return done;
  }
}
