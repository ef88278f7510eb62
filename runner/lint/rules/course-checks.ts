import { exitStatusOf } from '../../command/index.ts';
import { message } from '../../core/message.ts';
import type { Rule } from '../rule.ts';

/** A check of a course that says yes, or no, whatever its reader has done: its exit status alone counts. */
export const courseChecks: Rule = {
  name: 'check-without-choice',
  check: ({ plan: { steps, chapter } }) =>
    steps.flatMap((step) => {
      if (step.type !== 'command' || step.script?.role !== 'check') return [];
      const { canSucceed, canFail } = exitStatusOf(step.text);
      const place = { path: chapter.path, line: step.line, column: step.column };
      const { name } = step.script;
      if (!canSucceed) return [message('lint-check-never-succeeds', { name }, place)];
      return canFail ? [] : [message('lint-check-never-fails', { name }, place, 'warning')];
    }),
};
