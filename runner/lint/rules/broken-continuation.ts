import { message } from '../../core/message.ts';
import type { Rule } from '../rule.ts';

/** A backslash with a blank behind it continues nothing: a reader who copies the lines gets two commands. */
export const brokenContinuation: Rule = {
  name: 'broken-continuation',
  check: ({ plan: { chapter, blocks } }) =>
    blocks
      .filter(({ kind }) => kind === 'run' || kind === 'in-container')
      .flatMap(({ block }) =>
        block.lines
          .slice(0, -1)
          .filter(({ text }, at) => /\s\\[ \t]+$/.test(text) && (block.lines[at + 1]?.text ?? '').trim() !== '')
          .map(({ line, text }) =>
            message(
              'lint-broken-continuation',
              {},
              { path: chapter.path, line, column: text.trimEnd().length },
              'warning',
            ),
          ),
      ),
};
