import { understand } from '../command/index.ts';
import { message } from '../core/message.ts';
import type { ChapterOutcomes, Outcome, Site } from '../core/outcome.ts';
import type { Output } from '../core/output.ts';
import type { CommandStep, Itinerary, Plan, Step } from '../core/plan.ts';
import {
  askedBy,
  decide,
  decideScript,
  type Evidence,
  hindrance,
  imagesNotHad,
  notTyped,
  openerNotOpen,
} from '../verdict/index.ts';
import { Fates, placeOf, type Subject, World } from '../world/index.ts';
import { doneBy, doneElsewhere, endedWell, isIdle, isInTheWay, shownBy } from './done-by.ts';

/** What is known of a typed step beyond the world it was typed in. */
export type Ending = Omit<Evidence, 'step' | 'facts' | 'world' | 'fates'>;

/** The way through an itinerary: its world, what has become of it so far, and what has come out. */
export class Journey {
  readonly itinerary: Itinerary;
  readonly world: World;
  readonly #fates = new Fates();
  readonly #finished: (ChapterOutcomes & { readonly told: boolean })[] = [];
  readonly #outcomes = new Map<Step, Outcome>();
  /** Containers that somebody stopped beside the way, each with its ports, by its key. */
  readonly #stopped = new Map<string, readonly Subject[]>();
  /** The running chapter's terminals that are open, the one that was typed into last at the end. */
  #terminals: readonly number[] = [];

  constructor(itinerary: Itinerary) {
    this.itinerary = itinerary;
    this.world = new World(itinerary);
  }

  /** Chapters that have come to their end, and of which nobody was told for their own sake. */
  get finished(): readonly ChapterOutcomes[] {
    return this.#finished.filter(({ told }) => !told);
  }

  /**
   * Takes note that a chapter of the itinerary has come to its end.
   *
   * @param told somebody follows it, and not only what builds on it
   */
  finish(chapter: ChapterOutcomes, told = false): void {
    this.#finished.push({ ...chapter, told });
    if (this.itinerary.course !== undefined) return;
    this.#terminals = [];
    this.#fates.leavePlaces();
  }

  /** Takes note that a terminal is typed into: a new one is opened where the reader is. */
  enter(terminal: number): void {
    const latest = this.#terminals.at(-1);
    if (latest !== undefined && !this.#terminals.includes(terminal))
      this.#fates.inherit(placeOf(terminal), placeOf(latest));
    this.#terminals = [...this.#terminals.filter((other) => other !== terminal), terminal];
  }

  /** Why a step is not typed, because of what has become of the steps before; null where it can be. */
  hindrance(step: Step): Outcome | null {
    const facts = this.world.factsOf(step);
    const place = { path: facts.site.chapter, line: step.line, column: step.column };
    const here = { ...facts, place: facts.place === null ? null : this.#placeOf(step) };
    return hindrance(step, { facts: here, fates: this.#fates, world: this.world }, place);
  }

  /** The folder that a step would be done in: of its terminal, else of the one that the reader is at. */
  #placeOf(step: Step): Subject | null {
    const latest = this.#terminals.at(-1);
    const here = latest === undefined ? null : placeOf(latest);
    if (step.type === 'file') return here;
    const own = placeOf(step.terminal);
    return this.#terminals.includes(step.terminal) || this.#fates.troubleOf(own) !== null ? own : here;
  }

  /** The outcome of a line that is meant for a program that its opener has not opened, or that has ended. */
  withoutOpener(step: CommandStep, opener: Step | undefined): Outcome {
    const { chapter: path } = this.world.factsOf(step).site;
    const place = { path, line: step.line, column: step.column };
    if (opener === undefined) return notTyped(step, 'chapter', message('step-nothing-open', {}, place, 'info'));
    return openerNotOpen(step, { opener, root: this.rootOf(opener), path });
  }

  /** Those of some images that a step meets. */
  imagesMet(step: Step, images: readonly string[]): readonly string[] {
    // Which containers a list names only a run can tell: any that is there.
    const steps = isOfListed(step) ? [...this.#outcomes.keys(), step] : [step];
    const met = new Set(steps.flatMap((one) => this.world.imagesMet(this.world.factsOf(one))));
    return images.filter((name) => met.has(name));
  }

  /** IDs by which the chapter goes on to call the container of a step, without having shown them. */
  untoldIds(step: Step): readonly string[] {
    return this.world.untoldIds.of(step);
  }

  /** What a typed step's end says. */
  decide(step: CommandStep, ending: Ending): Outcome {
    return decide({ ...ending, step, facts: this.world.factsOf(step), world: this.world, fates: this.#fates });
  }

  /**
   * What a script of the course says.
   *
   * @param page what has come out of its page so far
   * @param byHand the person at the keyboard does it in their own way
   */
  decideScript(step: CommandStep, output: Output, page: readonly Outcome[], byHand: boolean): Outcome {
    const facts = this.world.factsOf(step);
    const rootOf = (one: Step) => this.rootOf(one);
    return decideScript({ step, facts, world: this.world, fates: this.#fates, output, page, rootOf, byHand });
  }

  /** Things of the course that a check looks for. */
  askedBy(check: CommandStep): readonly Subject[] {
    return askedBy(check, this.world.factsOf(check), this.world);
  }

  /** The step to which it goes back that a step did not do its work. */
  rootOf(step: Step): Site {
    const cause = this.#outcomes.get(step)?.cause;
    return cause?.kind === 'step' ? cause.of : this.world.factsOf(step).site;
  }

  /** Whether a step has made it, and none has removed it. */
  isThere(thing: Subject): boolean {
    return this.#fates.isThere(thing);
  }

  /** Takes note that somebody took away what a step had made. */
  lose(things: readonly Subject[], maker: Site | null): void {
    for (const one of things) this.#fates.lose(one, maker ?? { chapter: this.itinerary.plan.chapter.path, line: 1 });
  }

  /** Takes note that a container which a step has started has ended by itself, and with it what answers at its ports. */
  endAlone(step: Step, service: string | null): void {
    const { makes, changes } = this.world.factsOf(step);
    const kinds = service === null ? ['container', 'port'] : ['service'];
    for (const one of [...makes, ...changes])
      if (kinds.includes(one.kind) && (service === null || one.name === service))
        this.#fates.alter(one, this.rootOf(step));
  }

  /** Takes note that somebody stopped a container, and with it what answers at its ports. */
  stop(things: readonly Subject[], maker: Site | null): void {
    for (const one of things) this.#fates.alter(one, maker ?? { chapter: this.itinerary.plan.chapter.path, line: 1 });
    this.#stopped.set(things[0]?.key ?? '', things);
  }

  /** Containers that somebody stopped, that stand still, and that a step needs: themselves or what answers at their ports. */
  stoppedFor(step: Step): readonly Subject[] {
    const needed = new Set(this.world.factsOf(step).needs.map(({ key }) => key));
    return [...this.#stopped.values()].flatMap(([container, ...ports]) =>
      container !== undefined &&
      this.#fates.altered([container]) !== null &&
      [container, ...ports].some(({ key }) => needed.has(key))
        ? [container]
        : [],
    );
  }

  /** Takes note that it was started again. */
  startAgain(container: Subject): void {
    this.#fates.mend(this.#stopped.get(container.key) ?? []);
  }

  /** Steps of the last chapter that make what a step needs and is not there, because of an earlier step or of somebody. */
  makersFor(step: Step): readonly Step[] {
    const { needs } = this.world.factsOf(step);
    const missing = new Set(needs.filter((one) => this.#fates.unmade([one]) !== null).map(({ key }) => key));
    const { steps } = this.itinerary.plan;
    const makers = [...missing].flatMap(
      (key) =>
        steps
          .slice(0, step.index)
          .findLast((other) => this.world.factsOf(other).makes.some((one) => one.key === key)) ?? [],
    );
    const leading = this.#missedLeadTo(step);
    return [...new Set([...leading, ...makers])].sort((a, b) => a.index - b.index);
  }

  /** The step that should have led to the folder in which this one is done, and did not. */
  #missedLeadTo(step: Step): readonly Step[] {
    const place = this.world.factsOf(step).place === null ? null : this.#placeOf(step);
    const root = place === null ? null : (this.#fates.troubleOf(place)?.root ?? null);
    const { chapter, steps } = this.itinerary.plan;
    return root?.chapter === chapter.path ? steps.filter(({ line }) => line === root.line) : [];
  }

  /**
   * A step is done again: what it has not made before does not hinder it. Tells whether it should have led into a
   * folder, and did not: then the steps after it are still to be led there.
   */
  beginAgain(step: Step): boolean {
    const { steps } = this.itinerary.plan;
    const { makes, site } = this.world.factsOf(step);
    const isOwn = (one: Subject) => {
      const root = this.#fates.troubleOf(one)?.root;
      return root?.chapter === site.chapter && root.line === site.line;
    };
    this.#fates.mend(makes.filter((one) => isOwn(one)));
    const next = steps[step.index + 1];
    const terminal = next?.type === 'command' ? next.terminal : this.#terminals.at(-1);
    return next !== undefined && terminal !== undefined && isOwn(placeOf(terminal));
  }

  /** Takes note that what steps had opened was left to go on elsewhere: a container ends with its program. */
  leave({ steps }: Plan, openers: readonly number[]): void {
    for (const index of openers) {
      const opener = steps[index];
      if (opener === undefined) continue;
      const { makes, changes } = this.world.factsOf(opener);
      for (const one of [...makes, ...changes])
        if (one.kind === 'container') this.#fates.leave(one, this.rootOf(opener));
    }
  }

  /** Takes note of what a step has done to the world. */
  record(outcome: Outcome): void {
    const { step, status, output } = outcome;
    this.#outcomes.set(step, outcome);
    // What fails as the chapter says has done nothing that a later step could miss.
    if (status === 'passed' && output !== null && !endedWell(output)) return;
    const aside = step.skip !== null;
    const all = this.world.factsOf(step);
    // What another step has done in its place to things that are there is done.
    const facts = doneElsewhere(step) ? { ...all, changes: [] } : all;
    // The check says that what it would have done is done.
    if (outcome.messages.some(({ code }) => code === 'task-done')) this.#fates.record(facts, () => true);
    else this.#fates.record(shownBy(outcome, facts), doneBy(outcome), this.rootOf(step), aside);
    for (const image of imagesNotHad(outcome, facts)) this.#fates.lack(image, this.rootOf(step));
    if (isIdle(outcome) || isInTheWay(outcome))
      for (const one of facts.makes) if (one.kind === 'container') this.#fates.alter(one, this.rootOf(step));
  }
}

/** It is about the containers of a list: `docker inspect $(docker ps -q)`. */
function isOfListed(step: Step): boolean {
  if (step.type !== 'command') return false;
  return understand(step.text).calls.some(({ substituted, docker }) => substituted && docker?.verb === 'container ls');
}
