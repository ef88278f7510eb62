import { diffLines } from 'diff';
import { wording } from '../core/message.ts';
import { type FileStep, type Plan, type Step, titleOf } from '../core/plan.ts';
import type { Guide } from '../guide/guide.ts';
import type { Paint } from '../reporter/paint.ts';
import type { Voice } from './voice.ts';
import { harmless } from './wrap.ts';

/** Unchanged lines of a file that are shown before and after a change. */
const context = 2;

/** What a step will do, before it is done: the command as it is typed, or the whole file, as changes where it stands already. */
export function stepCard(step: Step, guide: Guide, { paint, locale, screen }: Voice): readonly string[] {
  if (step.type === 'command' && step.script !== undefined)
    return [paint(['cyan', 'bold'], harmless(titleOf(step, !screen.plain)))];
  if (step.type === 'command') {
    const [first = '', ...rest] = harmless(step.text).split('\n');
    const prompt = harmless(guide.promptAt(step));
    return [
      `${paint('green', prompt)} ${paint('bold', first)}`,
      ...rest.map((line) => `${paint('dim', '>')} ${paint('bold', line)}`),
    ];
  }
  const name = harmless(step.path);
  const title = screen.plain
    ? wording({ code: 'guide-file', args: { name } }, locale)
    : paint(['cyan', 'bold'], `✎ ${name}`);
  const before = contentBefore(step, guide.plan);
  const bar = screen.plain ? ' ' : paint('dim', '│');
  if (before === null || step.action !== 'write')
    return [title, ...linesOf(step.content).map((line) => `  ${bar} ${harmless(line)}`)];
  return [
    `${title}  ${paint('dim', wording({ code: 'guide-file-changed', args: {} }, locale))}`,
    ...changes(before, step.content, paint).map((line) => `  ${bar} ${line}`),
  ];
}

/** What the file holds when this step comes, where an earlier step has written it whole. */
function contentBefore(step: FileStep, { steps }: Plan): string | null {
  const earlier = steps
    .slice(0, step.index)
    .findLast((other): other is FileStep => other.type === 'file' && other.path === step.path && other.skip === null);
  return earlier?.action === 'write' ? earlier.content : null;
}

function changes(before: string, after: string, paint: Paint): readonly string[] {
  const lines = diffLines(before, after).flatMap(({ value, added, removed }) =>
    linesOf(value).map((text) => ({ text: harmless(text), sign: added ? '+' : removed ? '-' : ' ' })),
  );
  return lines.flatMap(({ text, sign }, at) => {
    if (sign === '+') return [paint('green', `+ ${text}`)];
    if (sign === '-') return [paint('red', `- ${text}`)];
    const near = lines.slice(Math.max(0, at - context), at + context + 1).some((line) => line.sign !== ' ');
    const nextNear = lines.slice(Math.max(0, at - context - 1), at + context).some((line) => line.sign !== ' ');
    return near ? [`  ${text}`] : nextNear ? [paint('dim', '  ⋮')] : [];
  });
}

function linesOf(text: string): readonly string[] {
  const lines = text.split('\n');
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}
