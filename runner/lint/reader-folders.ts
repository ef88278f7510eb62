import { posix } from 'node:path';
import type { Plan } from '../core/plan.ts';
import { typedCommands } from './typed.ts';

/** Commands that bring files of which the chapter says nothing. */
const fetching =
  /(?:^|[;&|]\s*)(?:sudo\s+)?(?:git clone|wget|curl\b.*(?:\s-\w*[oO]|[|>])|unzip|tar|npm (?:init|create)|npx|dotnet new|django-admin|rails new|spring init)\b/m;

/** Where the reader is, and which of the folders they had before the chapter they have copied there. */
export class ReaderFolders {
  /** By the index of a command: the folder in which it is typed, and whether something was fetched before it. */
  readonly #before = new Map<number, { readonly folder: string; readonly fetched: boolean }>();
  readonly #copies: readonly { readonly index: number; readonly from: string; readonly to: string }[];

  constructor(plan: Plan) {
    const typed = typedCommands(plan);
    let [folder, fetched] = ['.', false];
    for (const { step, effects } of typed) {
      this.#before.set(step.index, { folder, fetched });
      fetched ||= fetching.test(step.text);
      const to = effects.changesFolder;
      if (to !== null) folder = /^[~/$]/.test(to) ? to : posix.join(folder, to);
    }
    this.#copies = typed.flatMap(({ step, effects }) =>
      /\bcp\b/.test(step.text)
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
    return this.#before.get(command)?.fetched ?? false;
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
