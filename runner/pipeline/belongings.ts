import type { Engine } from '../core/engine.ts';
import { type CommandStep, isLeftOut, type Plan, type Step } from '../core/plan.ts';
import { type Subject, subject } from '../world/index.ts';
import { resolvePath } from './file-step.ts';
import type { Journey } from './journey.ts';

/** Something that a step has made and that somebody took away beside the chapter. */
export interface Lost {
  readonly thing: Subject;
  /** The step that makes it; null where a chapter before has. */
  readonly maker: Step | null;
  /** Steps still to come that need it. */
  readonly neededBy: readonly Step[];
}

/** What can be asked for on the engine's machine. */
const kinds = ['container', 'image', 'network', 'volume', 'path'];
const listing = `
docker container ls -a --format 'container {{.Names}}'
docker image ls --format 'image {{.Repository}}:{{.Tag}}'
docker network ls --format 'network {{.Name}}'
docker volume ls --format 'volume {{.Name}}'
for path; do [ -e "$path" ] && echo "path $path"; done`;

/** What the steps of a chapter have made, compared with what is really there: before a visit to the shell and after it. */
export class Belongings {
  readonly #engine: Engine;
  readonly #journey: Journey;
  readonly #plan: Plan;
  readonly #start: string;
  #before: readonly Subject[] = [];

  constructor(engine: Engine, journey: Journey, plan: Plan, start: string) {
    this.#engine = engine;
    this.#journey = journey;
    this.#plan = plan;
    this.#start = start;
  }

  /** Takes note of what is there. */
  async note(): Promise<void> {
    this.#before = await this.#present(this.#made());
  }

  /**
   * What is no longer there, as it was, and a later step needs. It counts as not made from now on, so that no later step
   * is held against the chapter.
   */
  async lost(done: number): Promise<readonly Lost[]> {
    const now = new Set((await this.#present(this.#before)).map(({ key }) => key));
    return this.#before
      .filter(({ key }) => !now.has(key))
      .flatMap((thing) => {
        const lost = this.#lost(thing, done);
        return lost.neededBy.length === 0 ? [] : [lost];
      });
  }

  /** Of what a check asks for by name, what is not there now. */
  async missingFor(check: CommandStep): Promise<readonly Subject[]> {
    const asked = this.#journey.askedBy(check).filter(({ kind, name }) => kinds.includes(kind) && name !== '');
    const there = new Set((await this.#present(asked)).map(({ key }) => key));
    return asked.filter(({ key }) => !there.has(key));
  }

  #lost(thing: Subject, done: number): Lost {
    const { steps } = this.#plan;
    const { world } = this.#journey;
    const maker = steps
      .slice(0, done)
      .findLast((step) => world.factsOf(step).makes.some(({ key }) => key === thing.key));
    const neededBy = steps.slice(done).filter((step) => {
      const facts = world.factsOf(step);
      if (isLeftOut(step) || !facts.needs.some(({ key }) => key === thing.key)) return false;
      // Another step makes it anew before that one.
      return !steps
        .slice(done, step.index)
        .some((other) => world.factsOf(other).makes.some(({ key }) => key === thing.key));
    });
    this.#journey.lose(thing, maker === undefined ? null : world.factsOf(maker).site);
    return { thing, maker: maker ?? null, neededBy };
  }

  /** What the steps have made, as far as it can be asked for by a name. */
  #made(): readonly Subject[] {
    const made = this.#plan.steps.flatMap((step) => this.#journey.world.factsOf(step).makes);
    const named = made.filter(
      (thing) => kinds.includes(thing.kind) && thing.name !== '' && this.#journey.isThere(thing),
    );
    return [...new Map(named.map((thing) => [thing.key, thing])).values()];
  }

  async #present(things: readonly Subject[]): Promise<readonly Subject[]> {
    if (things.length === 0) return [];
    const pathOf = ({ key }: Subject) =>
      resolvePath(key.slice('path '.length), this.#engine.home, { start: this.#start, current: this.#start });
    const paths = things.filter(({ kind }) => kind === 'path').map(pathOf);
    const { stdout } = await this.#engine.exec(['sh', '-c', listing, 'sh', ...paths]);
    const there = new Set(
      stdout.split('\n').map((line) => {
        const [kind = '', ...name] = line.split(' ');
        return kind === 'image' ? subject('image', name.join(' ')).key : line;
      }),
    );
    return things.filter((thing) => there.has(thing.kind === 'path' ? `path ${pathOf(thing)}` : thing.key));
  }
}
