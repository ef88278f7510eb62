import { type Message, message } from '../../core/message.ts';
import type { Plan } from '../../core/plan.ts';
import type { Rule } from '../rule.ts';

/** A backslash with a blank behind it continues nothing: a reader who copies the lines gets two commands. */
export const brokenContinuation: Rule = {
  name: 'broken-continuation',
  check: ({ plan }) => [...behindBlanks(plan), ...lost(plan), ...behindNothing(plan)],
};

function behindBlanks({ chapter, blocks }: Plan): readonly Message[] {
  return blocks
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
    );
}

/** A line without its backslash, among others that have theirs. */
function lost({ chapter, steps }: Plan): readonly Message[] {
  return steps.flatMap((step) =>
    step.type === 'command' && step.broken?.how === 'lost'
      ? [message('continuation-lost', {}, { path: chapter.path, line: step.broken.line, column: 1 }, 'warning')]
      : [],
  );
}

/** A backslash behind a command with which nothing goes on. */
function behindNothing({ chapter, steps }: Plan): readonly Message[] {
  return steps.flatMap((step) => {
    if (step.type !== 'command') return [];
    const [rest = ''] = chapter.source.slice(step.range.end).split('\n', 1);
    if (!/^\s*\\\s*$/.test(rest)) return [];
    const line = step.line + step.text.split('\n').length - 1;
    return [message('lint-backslash-too-many', {}, { path: chapter.path, line, column: 1 }, 'warning')];
  });
}
