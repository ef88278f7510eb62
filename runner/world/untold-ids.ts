import { effectsOf } from '../command/index.ts';
import type { CommandStep, Step } from '../core/plan.ts';
import type { Aliases } from './aliases.ts';
import type { Subject } from './subject.ts';

/**
 * IDs by which the chapters go on to call a container although no output shows that it has them: those in the prompts of
 * its shell, and those that a reader would have looked up.
 */
export class UntoldIds {
  readonly #aliases: Aliases;
  /** The container that each step makes or enters. */
  readonly #containers = new Map<Step, Subject>();
  readonly #makers = new Map<string, Step>();
  readonly #ids = new Map<Step, readonly string[]>();
  readonly #guessed = new Set<string>();
  /** All outputs that the chapters have shown so far. */
  #shown = '';

  constructor(aliases: Aliases) {
    this.#aliases = aliases;
  }

  /** The IDs of the container that a step makes or enters. */
  of(step: Step): readonly string[] {
    return this.#ids.get(step) ?? [];
  }

  /** Whether an ID is only thought to be that of a container, since no other one could be meant. */
  isGuessed(id: string): boolean {
    return this.#guessed.has(id);
  }

  /** Learns what a step calls a container by, before what it needs is asked. */
  learn(step: CommandStep, opener: Step | undefined): void {
    const entered = opener === undefined ? undefined : this.#containers.get(opener);
    if (step.promptId !== undefined && opener !== undefined && entered !== undefined)
      this.#note(opener, entered, step.promptId);
    if (step.into !== 'shell') return;
    const { needs, stops, destroys } = effectsOf(step.text);
    for (const { kind, name } of [...needs, ...stops, ...destroys]) {
      if (name === null || (kind !== 'container' && kind !== 'object')) continue;
      const container = this.#aliases.unidentified(name);
      const maker = container === null ? undefined : this.#makers.get(container.key);
      if (container === null || maker === undefined || this.#shown.includes(name)) continue;
      this.#guessed.add(name);
      this.#note(maker, container, name);
    }
  }

  /** Takes note of what a step has made, and of the container that it has opened. */
  follow(step: CommandStep, makes: readonly Subject[], opened: Subject | null): void {
    const made = makes.find(({ kind }) => kind === 'container');
    if (made !== undefined) this.#makers.set(made.key, step);
    if (opened !== null) this.#containers.set(step, opened);
    this.#shown += `\n${step.expected?.text ?? ''}`;
  }

  #note(step: Step, container: Subject, id: string): void {
    if (this.#aliases.find('container', id)?.key === container.key) return;
    this.#aliases.hasId(container, id);
    this.#ids.set(step, [...this.of(step), id]);
  }
}
