import { type Locale, type Told, wording } from '../core/message.ts';
import type { PageModel, Service, StepState, ToPage } from './model.ts';
import { stateBefore } from './read-model.ts';
import { Screens } from './screens.ts';

/** What every open page knows: told at once to those that are open, and kept for one that is opened later. */
export class Board {
  readonly #tell: (message: ToPage) => void;
  readonly #locale: Locale;
  readonly #screens = new Screens();
  #before: readonly ToPage[] = [];
  #title: string | null = null;
  #models: readonly PageModel[] = [];
  #states: StepState[][] = [];
  #current = 0;
  #engine: Extract<ToPage, { type: 'engine' }> = { type: 'engine', engine: 'starting' };
  #services: Extract<ToPage, { type: 'services' }> = { type: 'services', services: [] };
  #resumable: Extract<ToPage, { type: 'resumable' }> = { type: 'resumable', count: 0 };

  constructor(tell: (message: ToPage) => void, locale: Locale) {
    this.#tell = tell;
    this.#locale = locale;
  }

  /** Everything that a page which is opened now has to know. */
  get news(): readonly ToPage[] {
    return [
      ...(this.#models.length === 0 ? this.#before : [this.#pages]),
      ...this.#states.map((states, page): ToPage => ({ type: 'states', page, states })),
      this.#engine,
      this.#services,
      this.#resumable,
      ...this.#screens.all.map(([terminal, data]): ToPage => ({ type: 'terminal', terminal, data, anew: true })),
    ];
  }

  /** There is no chapter yet: says what is going on. */
  before(told: Told): void {
    this.#before = [{ type: 'before', text: wording(told, this.#locale) }];
    for (const message of this.#before) this.#tell(message);
  }

  /**
   * Every chapter is at its beginning.
   *
   * @param title of their course
   */
  begin(title: string | null, models: readonly PageModel[]): void {
    this.#title = title;
    this.#models = models;
    this.#current = 0;
    this.#screens.clear();
    this.#tell(this.#pages);
    this.#states = models.map(({ steps }) => steps.map(({ index }) => stateBefore(index, 'waiting')));
    for (const [page, states] of this.#states.entries()) this.#tell({ type: 'states', page, states });
    this.services = [];
    this.engineIs('starting');
  }

  /** A chapter's text is another one; what became of its steps stays. */
  redraw(page: number, model: PageModel): void {
    this.#models = this.#models.with(page, model);
    this.#tell(this.#pages);
  }

  /** The chapter that is gone through. */
  get current(): number {
    return this.#current;
  }

  set current(page: number) {
    this.#current = page;
    this.#tell({ type: 'current', page });
  }

  /** What has become of a step of the current chapter. */
  set(state: StepState): void {
    const states = this.#states[this.#current];
    if (states === undefined) return;
    states[state.index] = state;
    this.#tell({ type: 'states', page: this.#current, states: [state] });
  }

  stateOf(step: number): StepState | undefined {
    return this.#states[this.#current]?.[step];
  }

  set services(services: readonly Service[]) {
    this.#services = { type: 'services', services };
    this.#tell(this.#services);
  }

  engineIs(engine: 'starting' | 'ready' | 'running' | 'stopped', why?: string): void {
    this.#engine = { type: 'engine', engine, ...(why === undefined ? {} : { why }) };
    this.#tell(this.#engine);
  }

  /** So many steps of an earlier time can be made again; none once the reader has begun otherwise. */
  set resumable(count: number) {
    this.#resumable = { type: 'resumable', count };
    this.#tell(this.#resumable);
  }

  /** What a terminal shows. */
  show(data: string, terminal: number): void {
    this.#screens.add(terminal, data);
    this.#tell({ type: 'terminal', terminal, data });
  }

  /** Something that every page shows for a while. */
  notice(told: Told): void {
    this.#tell({ type: 'notice', text: wording(told, this.#locale) });
  }

  get #pages(): ToPage {
    return { type: 'pages', title: this.#title, models: this.#models, current: this.#current };
  }
}
