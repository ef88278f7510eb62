import { message } from '../../core/message.ts';
import type { Rule } from '../rule.ts';

/** Readings that leave a block with prompts untyped because of the words above it. */
const shown: ReadonlySet<string> = new Set([
  'plan-counter-example',
  'plan-comparison',
  'plan-better-of-two',
  'plan-imagined',
]);

/** Commands behind a prompt that are read as an example only; the author may have meant them to be typed. */
export const commandsAsExample: Rule = {
  name: 'commands-as-example',
  check: ({ plan: { chapter, blocks } }) =>
    blocks
      .filter(({ kind, reason }) => kind === 'illustration' && shown.has(reason.code))
      .filter(({ block }) => block.lines.some(({ text }) => /^\s*\$ \S/.test(text)))
      .map(({ block }) =>
        message('lint-commands-as-example', {}, { path: chapter.path, line: block.line, column: 1 }, 'info'),
      ),
};
