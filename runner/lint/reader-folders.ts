import { posix } from 'node:path';
import type { Plan } from '../core/plan.ts';
import { typedCommands } from './typed.ts';

/** Commands that bring files of which the chapter says nothing. */
const fetching =
  /(?:^|[;&|]\s*)(?:sudo\s+)?(?:git clone|wget|curl\b.*(?:\s-\w*[oO]|[|>])|unzip|tar|npm (?:init|create)|npx|dotnet new|django-admin|rails new|spring init)\b/m;

/** Where the reader is, and which of the folders they had before the chapter they have copied there. */
export class ReaderFolders {
  readonly #moves: readonly { readonly index: number; readonly folder: string | null; readonly fetches: boolean }[];
  readonly #copies: readonly { readonly index: number; readonly from: string; readonly to: string }[];

  constructor(plan: Plan) {
    const typed = typedCommands(plan);
    this.#moves = typed.map(({ step, effects }) => ({
      index: step.index,
      folder: effects.changesFolder,
      fetches: fetching.test(step.text),
    }));
    this.#copies = typed.flatMap(({ step, effects }) =>
      /\bcp\b/.test(step.text)
        ? effects.readsFiles.flatMap((from) => effects.writesFiles.map((to) => ({ index: step.index, from, to })))
        : [],
    );
  }

  /** Whether files may be there that the chapter does not name: it has fetched or unpacked something before. */
  fetched(before: number): boolean {
    return this.#moves.some(({ index, fetches }) => index < before && fetches);
  }

  /**
   * Names under which a path of the reader's current folder may be found among the files they had before the chapter.
   */
  origins(path: string, before: number): string[] {
    const here = posix.join(this.#folder(before), path);
    const copied = this.#copies.flatMap(({ index, from, to }) => {
      const below = posix.relative(to, here);
      return index < before && !below.startsWith('..') ? [posix.join(from, below)] : [];
    });
    return [here, path, ...copied];
  }

  #folder(before: number): string {
    return this.#moves
      .filter(({ index, folder }) => index < before && folder !== null)
      .reduce((at, { folder }) => (/^[~/$]/.test(folder ?? '') ? (folder ?? '') : posix.join(at, folder ?? '')), '.');
  }
}
