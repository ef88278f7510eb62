import { isCommand } from '../../command/index.ts';
import { type Message, message } from '../../core/message.ts';
import type { Plan } from '../../core/plan.ts';
import { suggest } from '../../core/suggest.ts';
import { wordsOf } from '../../core/words.ts';
import type { Rule } from '../rule.ts';

/** Words of Killercoda and of Katacoda behind a block (`{{exec interrupt}}`); a terminal and a host have numbers. */
const words = ['exec', 'execute', 'copy', 'open', 'interrupt', 'ctrl-seq', 'no-newline'];

/** Behind inline code, or behind the fence that closes a block. */
const mark = /`\{\{([^{}`]*)\}\}/g;

/** A mark that the course's format does not know: nobody can click what stands before it. */
export const unknownMarks: Rule = {
  name: 'unknown-mark',
  check: ({ plan: { chapter }, course }) =>
    course?.format !== 'killercoda'
      ? []
      : chapter.source.split('\n').flatMap((text, at) =>
          [...text.matchAll(mark)].flatMap(({ 1: inner = '', index }): readonly Message[] => {
            const wrong = wordsOf(inner).find((word) => !isKnown(word));
            if (wrong === undefined || opensCode(text, index)) return [];
            const near = suggest(wrong, words);
            const place = { path: chapter.path, line: at + 1, column: index + 2 };
            return [
              near === null
                ? message('lint-unknown-mark', { mark: wrong }, place)
                : message('lint-unknown-mark-near', { mark: wrong, near }, place),
            ];
          }),
        ),
};

/** The back-tick begins inline code: what follows it is its text. */
function opensCode(text: string, at: number): boolean {
  return !text.trimStart().startsWith('```') && (text.slice(0, at).split('`').length - 1) % 2 === 0;
}

function isKnown(word: string): boolean {
  return words.includes(word) || /^(?:T|HOST)\d+$/.test(word);
}

/** A button that types what is no command. */
export const buttons: Rule = {
  name: 'button-without-command',
  check: ({ plan, course }) => (course === undefined ? [] : plan.blocks.flatMap((planned) => ofBlock(planned, plan))),
};

function ofBlock({ block }: Plan['blocks'][number], { steps, chapter }: Plan): readonly Message[] {
  if (!/\{\{\s*exec/.test(block.meta ?? '')) return [];
  const typed = steps.filter((step) => step.type === 'command' && step.block === block.index);
  const wrong = typed.find((step) => step.type === 'command' && step.into === 'shell' && !isCommand(step.text));
  if (typed.length > 0 && wrong === undefined) return [];
  return [
    message('lint-button-without-command', {}, { path: chapter.path, line: wrong?.line ?? block.line, column: 1 }),
  ];
}
