import { posix } from 'node:path';
import { isOf, type Printer, printersOf, thoseOf, wasGiven } from '../command/index.ts';
import type { Plan } from '../core/plan.ts';
import { typedCommands } from './typed.ts';

/** Commands that bring files of which the chapter says nothing. */
const fetching = [
  ...['wget', 'unzip', 'tar', 'npx', 'django-admin', 'git clone', 'npm init', 'npm create'],
  ...['dotnet new', 'rails new', 'spring init'],
];

function fetches(command: string): boolean {
  const printers = printersOf(command);
  const keeps = (printer: Printer) => !printer.shown || printer.through.length > 0 || wasGiven(printer, 'output', 'O');
  return isOf(printers, ...fetching) || thoseOf(printers, 'curl').some(keeps);
}

/** Where the reader is, and which of the folders they had before the chapter they have copied there. */
export class ReaderFolders {
  /** By the index of a command: the folder in which it is typed, and whether something was fetched before it. */
  readonly #before = new Map<number, { readonly folder: string; readonly fetched: boolean }>();
  /** Index of the first command that fetches something; of no command where none does. */
  readonly #fetchedAt: number;
  readonly #copies: readonly { readonly index: number; readonly from: string; readonly to: string }[];

  constructor(plan: Plan) {
    const typed = typedCommands(plan);
    let [folder, fetched] = ['.', false];
    for (const { step, effects } of typed) {
      this.#before.set(step.index, { folder, fetched });
      fetched ||= fetches(step.text);
      const to = effects.changesFolder;
      if (to !== null) folder = /^[~/$]/.test(to) ? to : posix.join(folder, to);
    }
    this.#fetchedAt = typed.find(({ step }) => fetches(step.text))?.step.index ?? Number.POSITIVE_INFINITY;
    this.#copies = typed.flatMap(({ step, effects }) =>
      isOf(printersOf(step.text), 'cp', 'docker container cp')
        ? effects.readsFiles.flatMap((from) => effects.writesFiles.map((to) => ({ index: step.index, from, to })))
        : [],
    );
  }

  /**
   * Whether files may be there that the chapter does not name: something was fetched or unpacked before a command.
   *
   * @param command index of its step.
   */
  fetched(command: number): boolean {
    const known = this.#before.get(command)?.fetched;
    if (known !== undefined) return known;
    // A step that is typed nowhere comes after the last command before it.
    return this.#fetchedAt < command;
  }

  /**
   * Names under which a path of the reader's current folder may be found among the files they had before the chapter.
   */
  origins(path: string, command: number): string[] {
    const here = posix.join(this.#before.get(command)?.folder ?? '.', path);
    const copied = this.#copies.flatMap(({ index, from, to }) => {
      const below = posix.relative(to, here);
      return index < command && !below.startsWith('..') ? [posix.join(from, below)] : [];
    });
    return [here, path, ...copied];
  }
}
