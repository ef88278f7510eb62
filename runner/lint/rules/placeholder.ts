import { placeholdersIn } from '../../command/index.ts';
import { message } from '../../core/message.ts';
import type { Rule } from '../rule.ts';
import { meantCommands } from '../typed.ts';

/** Below this a placeholder may as well be an ordinary word (`APP`, `my-app`). */
const certain = 0.7;

/** Something in a command that is to be typed, and that the reader would have to replace first; a course asks for its own. */
export const placeholder: Rule = {
  name: 'placeholder',
  check: ({ plan }) =>
    meantCommands(plan).flatMap(({ step, place }) =>
      placeholdersIn(step.text)
        .filter(({ confidence, style }) => confidence >= certain && style !== 'variable')
        .map(({ text }) => message('lint-placeholder', { text }, place)),
    ),
};
