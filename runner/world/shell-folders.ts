import type { CommandStep, Step } from '../core/plan.ts';
import { opensIn } from './start-folder.ts';
import { folderAfter, type Start } from './subject.ts';

/** The folder that each terminal's shell is in, if all goes as the chapters say. */
export class ShellFolders {
  readonly #start: Start;
  readonly #goesOn: boolean;
  /** Where a course opens its reader's terminals. */
  #opensIn: string;
  readonly #folders = new Map<number, string>();
  #terminal = 1;

  /** @param goesOn the pages of a course are typed into the same terminals, one after the other */
  constructor(start: Start, goesOn: boolean) {
    this.#start = start;
    this.#opensIn = start;
    this.#goesOn = goesOn;
  }

  /** Each chapter begins where the first one did; a course's page, where the one before has ended. */
  begin(): void {
    if (!this.#goesOn) this.#folders.clear();
    this.#terminal = 1;
  }

  /** The folder in which a step is done. */
  enter(step: Step): string {
    const before = this.#folders.get(this.#terminal) ?? this.#start;
    const aside = step.type === 'command' && step.script !== undefined && step.script.role !== 'foreground';
    if (aside) return this.#start;
    if (step.type === 'command') this.#terminal = step.terminal;
    const folder = this.#folders.get(this.#terminal) ?? (this.#goesOn ? this.#opensIn : opensIn(step, before));
    this.#folders.set(this.#terminal, folder);
    return folder;
  }

  /** Takes note that a step leads its terminal into another folder. */
  move({ terminal, script }: CommandStep, to: string, from: string): void {
    const folder = folderAfter(to, from) ?? '?';
    this.#folders.set(terminal, folder);
    if (script?.everyTerminal) this.#opensIn = folder;
  }
}
