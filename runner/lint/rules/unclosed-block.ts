import { message } from '../../core/message.ts';
import type { Rule } from '../rule.ts';

/** A fence without an end swallows what follows it. */
export const unclosedBlock: Rule = {
  name: 'unclosed-block',
  check: ({ plan: { chapter } }) =>
    chapter.blocks
      .filter((block) => block.form === 'fence' && !block.closed)
      .map((block) => message('lint-unclosed-block', {}, { path: chapter.path, line: block.line, column: 1 })),
};
