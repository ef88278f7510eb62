import { understand } from '../command/index.ts';
import type { Message } from '../core/message.ts';
import type { CommandStep, Step } from '../core/plan.ts';
import type { OpenProgram } from '../session/index.ts';

/** Which step has opened each program that is open in a terminal: lines go into what their own opener has opened. */
export class OpenPrograms {
  #stack: { readonly name: string; readonly opener: number }[] = [];

  /**
   * How many programs are open up to the one that a step has opened, the shell included; null where that is not open
   * any more, or never was.
   */
  depthOf(opener: number): number | null {
    const at = this.#stack.findLastIndex((program) => program.opener === opener);
    return at < 0 ? null : at + 2;
  }

  /** The steps that have opened what is open now, the innermost last. */
  get openers(): readonly number[] {
    return this.#stack.map(({ opener }) => opener);
  }

  /**
   * Takes note of what is open after a step.
   *
   * @param told what the session says of the step
   * @returns the steps whose programs were left before it, since it goes on elsewhere
   */
  left(step: number, open: readonly Pick<OpenProgram, 'name'>[], told: readonly Message[]): readonly number[] {
    const before = this.openers;
    this.after(step, open);
    if (!told.some(({ code }) => code === 'session-left-program')) return [];
    return before.filter((opener) => !this.openers.includes(opener));
  }

  /**
   * Takes note of what is open after a step.
   *
   * @param open the shell first
   */
  after(step: number, open: readonly Pick<OpenProgram, 'name'>[]): void {
    const inner = open.slice(1);
    const same = inner.findIndex(({ name }, at) => this.#stack[at]?.name !== name);
    const kept = same < 0 ? inner.length : same;
    this.#stack = inner.map(({ name }, at) =>
      at < kept ? (this.#stack[at] ?? { name, opener: step }) : { name, opener: step },
    );
  }
}

/** The programs that are open in each of the chapter's terminals. */
export class OpenInTerminals {
  readonly #all = new Map<number, OpenPrograms>();

  in(terminal: number): OpenPrograms {
    const known = this.#all.get(terminal) ?? new OpenPrograms();
    this.#all.set(terminal, known);
    return known;
  }

  /** The place among the open programs that a step is meant for; null where its own opener's is not open. */
  depthFor({ into, opener, terminal, annotation, backHome }: CommandStep): number | null | undefined {
    if (backHome) return 1;
    if (into === 'shell' || (opener === undefined && annotation.run === true)) return undefined;
    return opener === undefined ? null : this.in(terminal).depthOf(opener);
  }
}

/** Whether a line of the shell follows a container that was only attached to: it runs on when its reader goes on elsewhere. */
export function isAttached({ into }: CommandStep, { openers }: OpenPrograms, steps: readonly Step[]): boolean {
  const innermost = steps[openers.at(-1) ?? -1];
  if (into !== 'shell' || innermost?.type !== 'command') return false;
  return understand(innermost.text).calls.some(({ docker }) => docker?.verb === 'container attach');
}
