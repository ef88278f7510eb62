import type { Outcome } from '../core/outcome.ts';
import type { Plan } from '../core/plan.ts';
import { holds, reviseChapter } from '../pipeline/revise-chapter.ts';
import { applyChanges, type Change, type Personal, unifiedDiff, writeChapter } from '../updater/index.ts';

/** Only what no longer holds: `tutor update` without further options. */
const options = { add: false, refresh: false, errors: false, modernise: false } as const;

/** What an author changes in a chapter while they go through it: expected outputs, one at a time. */
export class Rewriting {
  readonly #path: string;
  readonly #plan: Plan;
  readonly #personal: Personal;
  /** The changes that were written, by their steps. */
  readonly #written = new Map<number, Change>();

  /** @param path of the chapter, absolute */
  constructor(path: string, plan: Plan, personal: Personal) {
    this.#path = path;
    this.#plan = plan;
    this.#personal = personal;
  }

  /** The chapter's text with what was written so far. */
  get source(): string {
    return this.#sourceWith([...this.#written.values()]);
  }

  /** What would be written for a step, as a diff; null where `tutor update` would write nothing. */
  proposal(step: number, outcomes: readonly Outcome[]): string | null {
    const change = this.#changeFor(step, outcomes);
    if (change === null) return null;
    const { path } = this.#plan.chapter;
    const diff = unifiedDiff(path, this.source, this.#sourceWith(this.#withChange(step, change)));
    return diff.split('\n').slice(2).join('\n').trimEnd();
  }

  /**
   * Writes what was proposed for a step.
   *
   * @returns whether there was anything to write
   * @throws UserError where the file was changed meanwhile, or may not be written
   */
  async write(step: number, outcomes: readonly Outcome[], willWrite: (source: string) => void): Promise<boolean> {
    const change = this.#changeFor(step, outcomes);
    if (change === null) return false;
    const before = this.source;
    const after = this.#sourceWith(this.#withChange(step, change));
    willWrite(after);
    await writeChapter(this.#path, before, after);
    this.#written.set(step, change);
    return true;
  }

  /** Whether a step's outcome holds in the chapter as it was written here. */
  holds(outcome: Outcome): boolean {
    const lines = this.#written.get(outcome.step.index)?.result ?? null;
    return lines !== null && holds(outcome, lines);
  }

  #changeFor(step: number, outcomes: readonly Outcome[]): Change | null {
    const { changes } = reviseChapter({ plan: this.#plan, outcomes }, { ...options, personal: this.#personal });
    return changes.find((change) => change.kind === 'output' && change.step === step) ?? null;
  }

  #withChange(step: number, change: Change): readonly Change[] {
    return [...new Map([...this.#written, [step, change]]).values()];
  }

  #sourceWith(changes: readonly Change[]): string {
    return applyChanges(this.#plan.chapter, changes);
  }
}
