import { canonicalImage } from '../command/index.ts';
import type { Engine } from '../core/engine.ts';
import type { Match } from '../core/match.ts';
import type { Output } from '../core/output.ts';
import type { CommandStep } from '../core/plan.ts';
import type { Surroundings } from '../verdict/index.ts';
import type { ChapterOptions } from './chapter-options.ts';
import { imagesOf } from './images.ts';
import type { Journey } from './journey.ts';
import { probe } from './probe.ts';

/** Finds out about machine and engine what the end of a step asks for. */
export class AroundStep {
  readonly #engine: Engine;
  readonly #journey: Journey;
  readonly #options: Pick<ChapterOptions, 'locale' | 'start'>;
  readonly #images: ReadonlySet<string>;

  constructor(engine: Engine, journey: Journey, options: Pick<ChapterOptions, 'locale' | 'start'>) {
    this.#engine = engine;
    this.#journey = journey;
    this.#options = options;
    this.#images = new Set(imagesOf(journey.itinerary).map(canonicalImage));
  }

  /** Images of the itinerary that this engine has stand-ins for. */
  get standIns(): readonly string[] {
    return this.#engine.standIns.filter((name) => this.#images.has(name));
  }

  /** @param folder the one that the terminal is in */
  of(step: CommandStep, output: Output, match: Match | null, folder: string): Promise<Surroundings> {
    const standIns = this.#journey.imagesMet(step, this.standIns);
    const { locale } = this.#options;
    const start = this.#journey.itinerary.course === undefined ? null : this.#options.start;
    return probe(this.#engine, { step, output, match, images: this.#images, standIns, locale, folder, start });
  }
}
