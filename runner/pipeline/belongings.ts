import type { Engine } from '../core/engine.ts';
import type { Site } from '../core/outcome.ts';
import { type CommandStep, isLeftOut, type Plan, type Step } from '../core/plan.ts';
import { type Subject, subject } from '../world/index.ts';
import { resolvePath } from './file-step.ts';
import type { Journey } from './journey.ts';

/** Something that a step has made and that somebody took away, or stopped, beside the chapter. */
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
docker container ls --format 'running {{.Names}}'
docker image ls --format 'image {{.Repository}}:{{.Tag}}'
docker network ls --format 'network {{.Name}}'
docker volume ls --format 'volume {{.Name}}'
for path; do [ -e "$path" ] && echo "path $path"; done`;

/** What is there of some things, and which of them are containers that run. */
interface Present {
  readonly things: readonly Subject[];
  readonly running: readonly Subject[];
}

/** What was done beside the way to what the steps have made. */
export interface Compared {
  readonly lost: readonly Lost[];
  readonly stopped: readonly Lost[];
  /** What a later step makes and is there already; it is needed by that step in so far. */
  readonly early: readonly Lost[];
}

/** What the steps of a chapter have made, compared with what is really there: before a visit to the shell and after it. */
export class Belongings {
  readonly #engine: Engine;
  readonly #journey: Journey;
  readonly #plan: Plan;
  readonly #start: string;
  #before: Present = { things: [], running: [] };

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
   * What is no longer there, or no longer runs, as it was, and a later step needs. It counts as not made, or as stopped,
   * from now on, so that no later step is held against the chapter.
   */
  async compare(done: number): Promise<Compared> {
    const now = await this.#present(this.#made());
    const isThere = (thing: Subject) => this.#journey.isThere(thing);
    const gone = this.#before.things.filter((thing) => isThere(thing) && !isAmong(thing, now.things));
    const come = now.things.filter((thing) => !isThere(thing) && !isAmong(thing, this.#before.things));
    const still = this.#before.running.filter((thing) => isAmong(thing, now.things) && !isAmong(thing, now.running));
    return {
      lost: gone.flatMap((thing) => this.#missed(thing, done, (all, maker) => this.#journey.lose(all, maker))),
      early: come.flatMap((thing) => this.#early(thing, done)),
      stopped: still.flatMap((thing) => this.#missed(thing, done, (all, maker) => this.#journey.stop(all, maker))),
    };
  }

  /** Containers that somebody stopped beside the way and that a step needs. */
  stoppedFor(step: Step): readonly Subject[] {
    return this.#journey.stoppedFor(step);
  }

  /** Starts again the containers that somebody stopped beside the way and that a step needs; those that now run. */
  async startFor(step: Step): Promise<readonly Subject[]> {
    const started: Subject[] = [];
    for (const container of this.#journey.stoppedFor(step)) {
      const { exitCode } = await this.#engine.exec(['docker', 'container', 'start', container.name]);
      if (exitCode !== 0) continue;
      this.#journey.startAgain(container);
      started.push(container);
    }
    return started;
  }

  /** Of what a check asks for by name, what is not there now. */
  async missingFor(check: CommandStep): Promise<readonly Subject[]> {
    const asked = this.#journey.askedBy(check).filter(({ kind, name }) => kinds.includes(kind) && name !== '');
    const { things } = await this.#present(asked);
    return asked.filter((thing) => !isAmong(thing, things));
  }

  /** Takes note of what a step should have made, and is not there; an image can still be pulled. */
  async notMadeBy(step: Step): Promise<void> {
    const { makes, site } = this.#journey.world.factsOf(step);
    const made = makes.filter(({ kind, name }) => kinds.includes(kind) && kind !== 'image' && name !== '');
    const { things } = await this.#present(made);
    this.#journey.lose(
      made.filter((thing) => !isAmong(thing, things)),
      site,
    );
  }

  /** A thing as it is missed; nothing where no later step needs it, or what it answers at. */
  #missed(
    thing: Subject,
    done: number,
    note: (affected: readonly Subject[], maker: Site | null) => void,
  ): readonly Lost[] {
    const { steps } = this.#plan;
    const { world } = this.#journey;
    const maker = steps.slice(0, done).findLast((step) => isAmong(thing, world.factsOf(step).makes)) ?? null;
    const made = maker === null ? [] : world.factsOf(maker).makes;
    const affected = [thing, ...(thing.kind === 'container' ? made.filter(({ kind }) => kind === 'port') : [])];
    const isAffected = (one: Subject) => isAmong(one, affected);
    const neededBy = steps.slice(done).filter((step) => {
      if (isLeftOut(step) || !world.factsOf(step).needs.some(isAffected)) return false;
      // Another step makes it anew before that one.
      return !steps.slice(done, step.index).some((other) => world.factsOf(other).makes.some(isAffected));
    });
    note(affected, maker === null ? null : world.factsOf(maker).site);
    return neededBy.length === 0 ? [] : [{ thing, maker, neededBy }];
  }

  #early(thing: Subject, done: number): readonly Lost[] {
    const maker = this.#plan.steps
      .slice(done)
      .find((step) => !isLeftOut(step) && isAmong(thing, this.#journey.world.factsOf(step).makes));
    // What a step only writes into or pulls may be there before it.
    return maker === undefined || (thing.kind !== 'container' && thing.kind !== 'network')
      ? []
      : [{ thing, maker: null, neededBy: [maker] }];
  }

  /** What the steps make, as far as it can be asked for by a name. */
  #made(): readonly Subject[] {
    const made = this.#plan.steps.flatMap((step) => this.#journey.world.factsOf(step).makes);
    const named = made.filter((thing) => kinds.includes(thing.kind) && thing.name !== '');
    return [...new Map(named.map((thing) => [thing.key, thing])).values()];
  }

  async #present(things: readonly Subject[]): Promise<Present> {
    if (things.length === 0) return { things: [], running: [] };
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
    return {
      things: things.filter((thing) => there.has(thing.kind === 'path' ? `path ${pathOf(thing)}` : thing.key)),
      running: things.filter(({ kind, name }) => kind === 'container' && there.has(`running ${name}`)),
    };
  }
}

function isAmong({ key }: Subject, things: readonly Subject[]): boolean {
  return things.some((other) => other.key === key);
}
