import type { Site } from '../core/outcome.ts';
import type { StepFacts } from './step-facts.ts';
import { ancestors, foldersOf, type Subject } from './subject.ts';

/** How a thing is not as the chapter means it to be. */
export interface Trouble {
  /**
   * `unmade`: it is not there; `unremoved`: it should be gone; `altered`: it was not started, stopped, filled; `left`: it
   * ended with the program in it that the chapter leaves open, and that was left to go on elsewhere.
   */
  readonly how: 'unmade' | 'unremoved' | 'altered' | 'left';
  readonly thing: Subject;
  /** The step that all of this comes from. */
  readonly root: Site;
  /** It could not be fetched: what fetches it itself tries once more. */
  readonly unfetched?: true;
}

interface Fate {
  there: boolean;
  removedBy: Site | null;
  trouble: Trouble | null;
}

/** What has become of the things of a world while its chapters run. */
export class Fates {
  readonly #fates = new Map<string, Fate>();

  /**
   * Takes note of a step's end.
   *
   * @param done it really did what it says, whatever it printed: made the thing, or filled it
   * @param root the step to which it goes back that it did not
   * @param aside it was one of several ways, and is not the one that a reader here goes: it takes no blame from another
   */
  record(
    { site, needs, makes, removes, changes, frees }: StepFacts,
    done: (thing: Subject, filled?: true) => boolean,
    root: Site = site,
    aside = false,
  ): void {
    const kept = new Set(makes.map(({ key }) => key));
    for (const thing of makes) {
      const fate = this.#of(thing);
      if (done(thing)) {
        const lacking = thing.kind === 'image' ? this.altered(needs.filter(({ kind }) => kind === 'content')) : null;
        const trouble = lacking === null ? leftOf(thing, fate) : { ...lacking, thing };
        Object.assign(fate, { there: true, removedBy: null, trouble });
        for (const key of foldersOf(thing)) this.#isThere(key);
      } else if (!fate.there && !(aside && fate.trouble !== null)) fate.trouble = { how: 'unmade', thing, root };
    }
    for (const thing of removes) {
      if (kept.has(thing.key)) continue;
      const fate = this.#of(thing);
      if (done(thing)) Object.assign(fate, { there: false, removedBy: site, trouble: null });
      else if (fate.there) fate.trouble = { how: 'unremoved', thing, root };
    }
    if (frees !== null && !done(frees)) this.#keepAll(frees, root);
    for (const thing of changes) {
      const fate = this.#of(thing);
      const trouble = this.troubleOf(thing);
      if (!done(thing, true)) fate.trouble ??= { how: 'altered', thing, root };
      else if (thing.kind === 'path' && trouble?.how === 'unmade')
        // A folder that is mounted although nobody has made it is made by Docker, and empty.
        Object.assign(fate, { there: true, trouble: { ...trouble, how: 'altered' } });
      else if (
        (fate.trouble?.how === 'altered' || fate.trouble?.how === 'left') &&
        thing.kind !== 'content' &&
        thing.kind !== 'path' &&
        thing.kind !== 'volume'
      )
        fate.trouble = null;
    }
  }

  /** A thing is there, and is not as the chapter means it to be: a container that was made and could not be started. */
  alter(thing: Subject, root: Site): void {
    this.#of(thing).trouble ??= { how: 'altered', thing, root };
  }

  /** What was not as the chapter means it to be is so again. */
  mend(things: readonly Subject[]): void {
    for (const thing of things) this.#of(thing).trouble = null;
  }

  /** A container has ended with the program that a step had opened in it. */
  leave(container: Subject, root: Site): void {
    const fate = this.#of(container);
    if (fate.there) fate.trouble ??= { how: 'left', thing: container, root };
  }

  /** Somebody took away what a step had made: what needs it follows from that step until it is done again. */
  lose(thing: Subject, root: Site): void {
    Object.assign(this.#of(thing), { there: false, removedBy: null, trouble: { how: 'unmade', thing, root } });
  }

  /** An image could not be fetched, and was not there before. */
  lack(image: Subject, root: Site): void {
    const fate = this.#of(image);
    if (!fate.there) fate.trouble ??= { how: 'unmade', thing: image, root, unfetched: true };
  }

  /** A terminal is opened in the folder of the one that the reader is at. */
  inherit(place: Subject, from: Subject): void {
    this.#of(place).trouble ??= this.troubleOf(from);
  }

  /** The terminals are closed. */
  leavePlaces(): void {
    for (const key of this.#fates.keys()) if (key.startsWith('place ')) this.#fates.delete(key);
  }

  /**
   * What is wrong with a thing: with itself, or with a folder that it lies in. A folder that was not filled lacks what
   * nobody else has made in it. Null where nothing is wrong.
   */
  troubleOf(thing: Subject): Trouble | null {
    const own = this.#fates.get(thing.key);
    if (own?.trouble != null) return own.trouble;
    if (thing.kind !== 'path' || own?.there === true) return null;
    const [, volume] = /^path \/var\/lib\/docker\/volumes\/([^/]+)\/_data(?:\/|$)/.exec(thing.key) ?? [];
    const filled = volume === undefined ? null : (this.#fates.get(`volume ${volume}`)?.trouble ?? null);
    if (filled !== null) return filled;
    const inStart = /^path [^/~.]/.test(thing.key) ? ['path .'] : [];
    for (const key of [...ancestors(thing), ...inStart]) {
      const trouble = this.#fates.get(key)?.trouble;
      if (trouble?.how === 'unmade' || (trouble?.how === 'altered' && own === undefined)) return trouble;
    }
    return null;
  }

  /** The first of these that is not there because of an earlier step; null where all are there, or nobody knows. */
  unmade(things: readonly Subject[]): Trouble | null {
    return this.#first(things, ({ how }) => how === 'unmade');
  }

  /** The first of these that is there, and was not started, stopped or filled as the chapter means it to be. */
  altered(things: readonly Subject[]): Trouble | null {
    return this.#first(things, ({ how }) => how === 'altered');
  }

  /** The first of these that has ended, since what was open in it was left. */
  left(things: readonly Subject[]): Trouble | null {
    return this.#first(things, ({ how }) => how === 'left');
  }

  /** The first of these that is not as the chapter means it to be. */
  troubled(things: readonly Subject[]): Trouble | null {
    return this.#first(things, () => true);
  }

  /** Whether a step that ran has made it, and none has removed it. */
  isThere({ key }: Subject): boolean {
    return this.#fates.get(key)?.there ?? false;
  }

  /** Whether anything of a kind is there that a step has made. */
  holds(kind: Subject['kind']): boolean {
    return [...this.#fates].some(([key, { there }]) => there && key.startsWith(`${kind} `));
  }

  /**
   * The last thing of these kinds that is not there because of an earlier step.
   *
   * @param meant whether it counts
   */
  lastUnmade(
    kinds: Subject['kind'] | readonly Subject['kind'][],
    meant: (thing: Subject) => boolean = () => true,
  ): Trouble | null {
    const all = [...this.#fates.values()].flatMap(({ trouble }) => trouble ?? []);
    return (
      all.findLast(({ how, thing }) => how === 'unmade' && [kinds].flat().includes(thing.kind) && meant(thing)) ?? null
    );
  }

  /** Whether the newest thing of a kind that should be there is not, because of an earlier step. */
  newest(kind: Subject['kind']): Trouble | null {
    const last = [...this.#fates].findLast(([key]) => key.startsWith(`${kind} `));
    return last?.[1].trouble?.how === 'unmade' ? last[1].trouble : null;
  }

  /** The last container that should be gone and is not, because of an earlier step. */
  lastUnremoved(): Trouble | null {
    const all = [...this.#fates.values()].flatMap(({ trouble }) => trouble ?? []);
    return all.findLast(({ how, thing }) => how === 'unremoved' && thing.kind === 'container') ?? null;
  }

  /** Nobody knows which of all that is there should have gone. */
  #keepAll(frees: Subject, root: Site): void {
    for (const [key, fate] of this.#fates)
      if (fate.there && /^(?:container|port) /.test(key))
        fate.trouble ??= { how: 'unremoved', thing: { ...frees, key }, root };
  }

  /** A folder is there as soon as something lies in it. */
  #isThere(folder: string): void {
    const fate = this.#of({ key: folder });
    fate.there = true;
    if (fate.trouble?.how === 'unmade') fate.trouble = null;
  }

  #first(things: readonly Subject[], fits: (trouble: Trouble) => boolean): Trouble | null {
    for (const thing of things) {
      const trouble = this.troubleOf(thing);
      if (trouble !== null && fits(trouble)) return trouble;
    }
    return null;
  }

  #of({ key }: Pick<Subject, 'key'>): Fate {
    const fate = this.#fates.get(key) ?? { there: false, removedBy: null, trouble: null };
    this.#fates.set(key, fate);
    return fate;
  }
}

/** A volume that is there at last is still not filled by the container that was to be the first to use it. */
function leftOf({ kind }: Subject, { trouble }: Fate): Trouble | null {
  return kind === 'volume' && trouble !== null ? { ...trouble, how: 'altered' } : null;
}
