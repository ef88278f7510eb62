import { withoutEnd } from '../../core/lines.ts';
import { type MessageArgs, wording } from '../../core/message.ts';
import type { CommandStep, Expected, FileStep, PlannedBlock, Step } from '../../core/plan.ts';
import { padTo, shorten } from '../../core/width.ts';
import { margin, type PageOptions } from './page-options.ts';

/** Lines of expected output that are shown of each command. */
const shownLines = 4;

/** One step on the page: what is typed with its prompt, or the file; below it what should come out. */
export function stepLines(step: Step, { block }: PlannedBlock, options: PageOptions): string[] {
  return step.type === 'file' ? fileLines(step, options) : commandLines(step, block.index, options);
}

const prompts = { shell: '$', container: '#', repl: '>' } as const;

function commandLines(step: CommandStep, block: number, { columns, paint, locale }: PageOptions): string[] {
  const number = padTo(String(step.line), margin);
  const [first = '', ...rest] = step.text.split('\n');
  const room = columns - margin - 2;
  const typed = step.skip === null ? (text: string) => text : (text: string) => paint('dim', text);
  const lines = [
    `${paint('dim', number)}${paint('green', prompts[step.into])} ${typed(shorten(first, room))}`,
    ...rest.map((text) => `${' '.repeat(margin + 2)}${typed(shorten(text, room))}`),
    ...notesOf(step, locale).map((note) => `${' '.repeat(margin + 2)}${paint('yellow', shorten(note, room))}`),
  ];
  return step.expected === null
    ? lines
    : [...lines, ...expectedLines(step.expected, block, { columns, paint, locale })];
}

function notesOf(step: CommandStep, locale: PageOptions['locale']): string[] {
  const say = (code: Parameters<typeof wording>[0]['code'], args: MessageArgs = {}) => wording({ code, args }, locale);
  return [
    ...(step.skip === null ? [] : [say('plan-skipped', { reason: step.skip.reason })]),
    ...(step.terminal === 1 ? [] : [say('plan-terminal', { number: step.terminal })]),
    ...(step.answers.length === 0 ? [] : [say('plan-answers', { answers: step.answers.join(', ') })]),
    ...(step.failureExpected ? [say('plan-fails')] : []),
  ];
}

function expectedLines(expected: Expected, block: number, { columns, paint, locale }: PageOptions): string[] {
  const lead = ' '.repeat(margin + 2);
  if (expected.lines.length === 0)
    return [`${lead}${paint('cyan', wording({ code: 'plan-prints-nothing', args: {} }, locale))}`];
  if (expected.block !== block) {
    const args = { line: expected.line, count: expected.lines.length };
    return [
      `${lead}${paint('cyan', shorten(wording({ code: 'plan-expected-at', args }, locale), columns - margin - 2))}`,
    ];
  }
  const shown = expected.lines
    .slice(0, shownLines)
    .map(({ text }) => `${lead}${paint('cyan', `│ ${shorten(text, columns - margin - 4)}`)}`);
  const rest = expected.lines.length - shownLines;
  return rest > 0
    ? [...shown, `${lead}${paint('cyan', `│ ${wording({ code: 'plan-more-lines', args: { count: rest } }, locale)}`)}`]
    : shown;
}

function fileLines({ path, content, action, line, skip }: FileStep, { columns, paint, locale }: PageOptions): string[] {
  const count = withoutEnd(content).split('\n').length;
  const code = { write: 'plan-writes', append: 'plan-appends', patch: 'plan-patches' } as const;
  const text = wording({ code: code[action], args: { path, count } }, locale);
  const written = `${paint('dim', padTo(String(line), margin))}${paint('magenta', shorten(text, columns - margin))}`;
  if (skip === null) return [written];
  const why = wording({ code: 'plan-skipped', args: { reason: skip.reason } }, locale);
  return [written, `${' '.repeat(margin + 2)}${paint('yellow', shorten(why, columns - margin - 2))}`];
}
