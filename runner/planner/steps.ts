import type { Chapter } from '../core/chapter.ts';
import type { CommandStep, FileStep, Step } from '../core/plan.ts';
import type { Draft, DraftCommand } from './draft.ts';

/** The plan's steps in the order of the chapter. */
export function stepsOf(chapter: Chapter, drafts: readonly Draft[]): readonly Step[] {
  const steps: Step[] = [];
  for (const draft of drafts) {
    for (const command of draft.commands) steps.push(commandStep(chapter, draft, command, steps.length));
    const file = fileStep(draft, steps.length);
    if (file !== null) steps.push(file);
  }
  return steps;
}

function commandStep({ source }: Chapter, { view }: Draft, command: DraftCommand, index: number): CommandStep {
  const { start, end, lines } = command.entry;
  const before = source.lastIndexOf('\n', start - 1);
  return {
    type: 'command',
    index,
    block: view.block.index,
    section: view.block.section,
    line: lines[0]?.line ?? view.block.line,
    column: start - before,
    text: command.text,
    range: { start, end },
    into: command.into,
    terminal: command.terminal,
    skip: command.skip,
    expected: command.expected,
    answers: [],
    failureExpected: false,
    annotation: view.block.annotation?.keys ?? {},
  };
}

function fileStep({ kind, file, view }: Draft, index: number): FileStep | null {
  if (file === null || (kind !== 'dockerfile' && kind !== 'file')) return null;
  const { block } = view;
  return {
    type: 'file',
    index,
    block: block.index,
    section: block.section,
    line: block.line,
    column: 1,
    path: file,
    content: `${block.lines.map(({ text }) => text).join('\n')}\n`,
    action: 'write',
    skip: null,
    annotation: block.annotation?.keys ?? {},
  };
}
