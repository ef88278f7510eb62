import { message } from '../../core/message.ts';
import type { Rule } from '../rule.ts';

/** A variable of a Docker Labspace that nothing asks for, and nobody sets: its reader sees `$$name$$`. */
export const variableNeverAsked: Rule = {
  name: 'variable-never-asked',
  check: ({ plan: { variables, chapter }, course }) =>
    course?.format !== 'labspace'
      ? []
      : variables
          .filter(({ value, prompt }) => value === null && prompt === null)
          .map(({ name, lines: [line = 1] }) =>
            message('lint-variable-never-asked', { name }, { path: chapter.path, line, column: 1 }),
          ),
};
