import type { Engine } from '../core/engine.ts';
import type { Output } from '../core/output.ts';
import type { CommandStep, Plan, ScriptOfStep, Step } from '../core/plan.ts';
import type { ChapterOptions } from './chapter-options.ts';
import { type Begun, beginScript, type Reader, runScript } from './run-script.ts';

/** The scripts that a course runs beside one of its pages. */
export class PageScripts {
  readonly #engine: Engine;
  readonly #plan: Plan;
  readonly #options: ChapterOptions;
  readonly #begun = new Map<Step, Begun>();

  constructor(engine: Engine, plan: Plan, options: ChapterOptions) {
    this.#engine = engine;
    this.#plan = plan;
    this.#options = options;
  }

  /** Runs one to its end. */
  async run(step: CommandStep, script: ScriptOfStep, reader: Reader): Promise<Output> {
    const beside = await this.#beginBeside(step);
    const begun = this.#begun.get(step);
    return runScript(this.#engine, { ...script, content: step.text }, this.#options, reader, { begun, beside });
  }

  /** Two scripts of a page, one in the terminal and one beside it, are begun at once: either may wait for the other. */
  async #beginBeside(step: CommandStep): Promise<Begun | null> {
    const next = this.#plan.steps[step.index + 1];
    if (step.script?.role !== 'foreground' || next?.type !== 'command' || next.script?.role !== 'background')
      return null;
    const begun = await beginScript(this.#engine, { ...next.script, content: next.text }, this.#options);
    this.#begun.set(next, begun);
    return begun;
  }
}
