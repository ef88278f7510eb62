import { message } from '../../core/message.ts';
import type { Rule } from '../rule.ts';

/** The content of a file whose name no sentence, no first line and no command gives: it is not written. */
export const namelessFile: Rule = {
  name: 'nameless-file',
  check: ({ plan: { chapter, blocks } }) =>
    blocks
      .filter(({ kind, file }) => kind === 'file' && file === null)
      .map(({ block }) =>
        message('lint-nameless-file', {}, { path: chapter.path, line: block.line, column: 1 }, 'warning'),
      ),
};
