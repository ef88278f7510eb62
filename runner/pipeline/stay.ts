import { basename, dirname } from 'node:path';
import { fillVariables, variablesIn } from '../command/index.ts';
import { chapterSettings } from '../config/front-matter.ts';
import { insideRepository } from '../config/repository.ts';
import type { Engine } from '../core/engine.ts';
import { message, UserError } from '../core/message.ts';
import type { Itinerary, Plan } from '../core/plan.ts';
import { valuesOf } from '../planner/index.ts';
import { Secrets } from '../session/index.ts';
import { startFolderName } from '../world/index.ts';
import type { ChapterOptions } from './chapter-options.ts';
import { ChapterRun } from './chapter-run.ts';
import { Journey } from './journey.ts';
import { layCourse } from './lay-course.ts';
import { Terminals } from './terminals.ts';
import { copyWorkspace } from './workspace.ts';

export interface OpenOptions extends Omit<ChapterOptions, 'start'> {
  /** Folder with further files for the reader, absolute; or null. */
  readonly assets: string | null;
}

/** An itinerary on an engine: its folder, its way so far, and, of a course, its terminals. */
export class Stay {
  readonly #engine: Engine;
  readonly #journey: Journey;
  readonly #start: string;
  readonly #secrets: Secrets;
  #terminals: Terminals | null = null;
  #current: { readonly plan: Plan; readonly run: ChapterRun; readonly told: boolean } | null = null;
  readonly #over = new Set<Plan>();

  private constructor(engine: Engine, itinerary: Itinerary, start: string, options: OpenOptions) {
    this.#engine = engine;
    this.#journey = new Journey(itinerary);
    this.#start = start;
    this.#secrets = new Secrets(options.secrets);
  }

  /** Copies what the itinerary's reader has onto the engine's machine. */
  static async begin(engine: Engine, itinerary: Itinerary, options: OpenOptions): Promise<Stay> {
    const { plan, course } = itinerary;
    const { assets } = chapterSettings(plan.chapter);
    const folder = dirname(options.chapterPath);
    const place = { path: plan.chapter.path, line: 1 };
    const given = options.assets ?? (assets === undefined ? null : await insideRepository(folder, assets, place));
    const start =
      course === undefined
        ? await copyWorkspace(engine, options.chapterPath, given, {
            own: plan.chapter.source.includes(basename(options.chapterPath)),
            name: startFolderName(plan),
          })
        : await layCourse(engine, course, given);
    return new Stay(engine, itinerary, start, options);
  }

  /**
   * Gets one of the itinerary's chapters ready for its first step: those before it are run to their end, and its hidden
   * set-up commands are typed.
   *
   * @throws UserError where a set-up command fails.
   */
  async open(plan: Plan, options: OpenOptions): Promise<ChapterRun> {
    const { before, plan: last } = this.#journey.itinerary;
    for (const one of [...before, last]) {
      if (this.#over.has(one)) continue;
      const run = this.#current?.plan === one ? this.#current.run : await this.#begin(one, options, one === plan);
      if (one === plan) return run;
      while ((await run.next()) !== null);
      await this.#end();
    }
    throw new Error(`${plan.chapter.path} is over, or none of this itinerary.`);
  }

  async #begin(plan: Plan, options: OpenOptions, told: boolean): Promise<ChapterRun> {
    const own = told ? options : { ...options, snapshot: null };
    const start = this.#start;
    this.#terminals ??= new Terminals(this.#engine, {
      ...{ ...own, start, secrets: this.#secrets },
      allAtStart: this.#journey.itinerary.course !== undefined,
    });
    this.#terminals.goOn(own);
    const run = new ChapterRun(this.#journey, plan, this.#engine, { ...own, start }, this.#terminals);
    this.#current = { plan, run, told };
    await typeSetUp(plan, run);
    return run;
  }

  async #end(): Promise<void> {
    if (this.#current === null) return;
    const { plan, run, told } = this.#current;
    // A course's pages are typed into the same terminals, one after another.
    if (this.#journey.itinerary.course === undefined) await this.close();
    this.#journey.finish({ plan, outcomes: run.outcomes }, told);
    this.#over.add(plan);
    this.#current = null;
  }

  /** Closes the terminals. The engine is the caller's. */
  async close(): Promise<void> {
    await this.#terminals?.close();
    this.#terminals = null;
  }
}

async function typeSetUp(plan: Plan, run: ChapterRun): Promise<void> {
  const { chapter } = plan;
  const values = valuesOf(plan);
  for (const { keys } of chapter.annotations) {
    for (const line of keys.setup ?? []) {
      if (line.text.trim() === '') continue;
      const place = { path: chapter.path, line: line.line };
      const command = fillVariables(line.text, values);
      const [missing] = variablesIn(command);
      if (missing !== undefined) throw new UserError(message('plan-needs-value', { name: missing.name }, place));
      const { exitCode, text } = await run.typeHidden(command);
      if (exitCode === 0) continue;
      // A shell that is left says so.
      const why = text.split('\n').findLast((one) => one.trim() !== '' && one !== 'exit');
      const told =
        why === undefined
          ? message('setup-failed-silently', { command, exit: exitCode ?? 'null' }, place)
          : message('setup-failed', { command, why }, place);
      throw new UserError(told, 1);
    }
  }
}
