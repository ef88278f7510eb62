import { expect, test } from 'vitest';
import { parseChapter } from '../../runner/parser/index.ts';
import { planChapter } from '../../runner/planner/index.ts';
import { reportedAgain } from '../../runner/vitest/plugin.ts';

const part = (title: string, ...texts: readonly string[]) =>
  `## ${title}\n\n\`\`\`console\n${texts.map((text) => `$ echo ${text}\n${text}\n`).join('')}\`\`\`\n\n`;
const planOf = (...parts: readonly string[]) =>
  planChapter(parseChapter(`# 차\n\n${parts.join('')}`, { id: 'tea', path: 'tea.md' }));

const whole = planOf(part('물', 'one'), part('Pour it', 'two', 'three'));
const second = { plan: whole, reported: whole.steps.slice(1) };

test.each([
  ['the section has moved', [part('Pour it', 'two'), part('물', 'one')], ['echo two']],
  [
    'it has another step',
    [part('물', 'one', 'x'), part('Pour it', 'two', '셋', 'four')],
    ['echo two', 'echo 셋', 'echo four'],
  ],
  ['it has another title', [part('물', 'one'), part('Pour', 'two')], ['echo one', 'echo two']],
])('of a chapter that has changed the section that was asked for is reported: %s', (_, parts, wanted) => {
  const reported = reportedAgain(planOf(...parts), second);
  expect(reported.map((step) => (step.type === 'command' ? step.text : step.path))).toEqual(wanted);
});

test('of a whole chapter all is reported, also what is new', () => {
  const changed = planOf(part('물', 'one'), part('Pour it', 'two'), part('마시기', 'five'));
  expect(reportedAgain(changed, { plan: whole, reported: whole.steps })).toHaveLength(3);
  expect(reportedAgain(changed, undefined)).toHaveLength(3);
});
