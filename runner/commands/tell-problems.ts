import { located } from '../core/message.ts';
import type { Tour } from '../pipeline/find-chapters.ts';
import { shownPath } from '../pipeline/read-plan.ts';
import type { Io } from './verb.ts';

/** Says what is wrong with courses themselves, before the first step: they are run as far as they go. */
export function tellProblems(tours: readonly Pick<Tour, 'course'>[], io: Io): void {
  for (const { course } of tours)
    for (const { path, ...problem } of course?.problems ?? []) {
      const shown = path === null ? null : shownPath(path, io.cwd);
      io.stderr.write(`${located({ ...problem, path: shown }, io.locale)}\n`);
    }
}
