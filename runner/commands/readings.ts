import type { Itinerary, Plan } from '../core/plan.ts';
import type { LessonPage } from '../page/lesson.ts';
import type { Tour } from '../pipeline/find-chapters.ts';
import { readTour, type SetValues } from '../pipeline/read-itinerary.ts';
import { refuseBadAnnotations } from '../pipeline/read-plan.ts';
import { askValues } from './ask-values.ts';
import type { Call } from './verb.ts';

/** Chapters that are gone through one after another, as they are now. */
export interface Reading {
  /** Of the last one. */
  readonly itinerary: Itinerary;
  readonly pages: readonly LessonPage[];
}

export interface ReadingsOptions {
  readonly tour: Tour;
  readonly call: Call;
  /** @param path of its chapter, absolute */
  readonly draw: (plan: Plan, path: string) => LessonPage['model'];
  /** Called before something is asked in the terminal. */
  readonly onAsk: () => void;
}

/** What a lesson is about: read and drawn once for each text, not for each new start. */
export class Readings {
  readonly #options: ReadingsOptions;
  readonly #paths: ReadonlyMap<string, string>;
  #set: SetValues;
  #now: Reading | null = null;

  constructor(options: ReadingsOptions) {
    this.#options = options;
    this.#paths = new Map(options.tour.files.map(({ id, path }) => [id, path]));
    this.#set = options.call.options.set;
  }

  /** As it was read last. */
  get now(): Reading {
    if (this.#now === null) throw new Error('Nothing has been read yet.');
    return this.#now;
  }

  /** Reads it for the first time; asks for the values that are left to whoever goes through it. */
  async first(): Promise<Reading> {
    const { call, onAsk } = this.#options;
    const { io, options } = call;
    const read = await this.#read();
    this.#set = await askValues(read.itinerary, options.set, io, this.#last, onAsk);
    const isAnswered = Object.keys(this.#set).length > Object.keys(options.set).length;
    return isAnswered ? this.anew() : this.#drawn(read);
  }

  /** @throws UserError where it cannot be read as it is now */
  async anew(): Promise<Reading> {
    return this.#drawn(await this.#read());
  }

  #read(): ReturnType<typeof readTour> {
    const { call, tour } = this.#options;
    return readTour(tour, call.io.cwd, this.#set);
  }

  #drawn({ itinerary, told }: Awaited<ReturnType<typeof readTour>>): Reading {
    refuseBadAnnotations(itinerary);
    const pages = told.map((plan): LessonPage => {
      const path = this.#paths.get(plan.chapter.id) ?? this.#last;
      return { plan, path, model: this.#options.draw(plan, path) };
    });
    this.#now = { itinerary, pages };
    return this.#now;
  }

  get #last(): string {
    const { files } = this.#options.tour;
    return (files.at(-1) ?? files[0]).path;
  }
}
