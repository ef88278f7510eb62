import { message } from '../../core/message.ts';
import type { Rule } from '../rule.ts';

/** Output that no command of the chapter prints cannot be checked, and a reader looks for its command in vain. */
export const orphanOutput: Rule = {
  name: 'orphan-output',
  check: ({ plan: { chapter, blocks } }) =>
    blocks
      .filter(({ reason }) => reason.code === 'plan-unasked-output')
      .map(({ block }) =>
        message('lint-orphan-output', {}, { path: chapter.path, line: block.line, column: 1 }, 'warning'),
      ),
};
