import type { CommandStep } from '../../runner/core/plan.ts';

/** A command as a planner would have made it, with what a test wants otherwise. */
export function typedStep(text: string, otherwise: Partial<CommandStep> = {}): CommandStep {
  return {
    type: 'command',
    index: 0,
    block: 0,
    section: 0,
    line: 7,
    column: 3,
    text,
    range: { start: 0, end: 0 },
    into: 'shell',
    terminal: 1,
    skip: null,
    expected: null,
    answers: [],
    failureExpected: false,
    annotation: {},
    ...otherwise,
  };
}
