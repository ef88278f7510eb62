import { expect, test } from 'vitest';
import { type Locale, message, wording } from '../../runner/core/message.ts';
import type { Outcome } from '../../runner/core/outcome.ts';
import type { Output } from '../../runner/core/output.ts';
import { unpainted } from '../../runner/core/terminal-text.ts';
import { brokenAt } from '../../runner/core/width.ts';
import { matchOutput } from '../../runner/matcher/index.ts';
import { parseChapter } from '../../runner/parser/index.ts';
import { planChapter } from '../../runner/planner/index.ts';
import { forLearner } from '../../runner/reporter/for-learner.ts';
import { paintFor } from '../../runner/reporter/paint.ts';
import { multiplex } from '../../runner/reporter/reporter.ts';
import { TerminalReporter } from '../../runner/reporter/terminal.ts';

const source = `# Ten

## Count

\`\`\`console
$ wc -l a.txt
3 a.txt
\`\`\`

Create \`b.txt\`:

\`\`\`text
b
\`\`\`

\`\`\`console
$ seq 100
\`\`\`
`;
const plan = planChapter(parseChapter(source, { id: 'ten', path: 'docs/ten.md' }));

/** What a run with these outputs shows. */
function shown(texts: Readonly<Record<string, string>>, locale: Locale = 'en', guided = false): string {
  let screen = '';
  const paint = (_format: unknown, text: string) => text;
  const reporter = new TerminalReporter({
    write: (text) => (screen += text),
    paint,
    locale,
    outputLines: 4,
    guided,
  });
  reporter.onChapterStart(plan, { name: 'sandbox:28', dockerVersion: '28.5.2' });
  const outcomes = plan.steps.map((step): Outcome => {
    reporter.onStepStart(step);
    const outcome = outcomeOf(step, texts);
    reporter.onOutcome(outcome);
    return outcome;
  });
  reporter.onChapterEnd({
    before: [],
    plan,
    outcomes,
    engine: 'sandbox:28',
    dockerVersion: '28.5.2',
    standIns: ['busybox:latest'],
    durationMs: 1234,
  });
  return screen;
}

function outcomeOf(step: Outcome['step'], texts: Readonly<Record<string, string>>): Outcome {
  const none = { step, cause: null, match: null, output: null, typed: null, messages: [] };
  if (step.type === 'file') return { ...none, status: 'passed' };
  const text = texts[step.text] ?? '';
  const output: Output = {
    text,
    exitCode: 0,
    durationMs: 40,
    ended: 'exit',
    retries: 0,
    omittedLines: 0,
    messages: [],
  };
  const { expected } = step;
  if (!expected) return { ...none, status: 'passed', output };
  const match = matchOutput({
    command: step.text,
    expected: expected.lines.map((line) => line.text),
    actual: text,
    bindings: {},
  });
  if (match.verdict !== 'mismatch') return { ...none, status: 'passed', output, match };
  const told = message('step-mismatch', { reason: match.reason ?? '' }, { path: 'docs/ten.md', line: expected.line });
  return { ...none, status: 'failed', cause: { kind: 'chapter', evidence: [told] }, output, match, messages: [told] };
}

test('a passing run: section, line numbers, what was typed and printed', () => {
  expect(shown({ 'wc -l a.txt': '3 a.txt' })).toContain('Count\n    6 $ wc -l a.txt\n      3 a.txt\n      ✓ 40 ms\n');
  expect(shown({ 'wc -l a.txt': '3 a.txt' })).toContain(
    'ten  2 passed, 0 failed, 0 broken, 0 skipped  1.2 s\n1 file written\n',
  );
});

test('a wrong line is shown at its line of the chapter, with only the difference', () => {
  const screen = shown({ 'wc -l a.txt': '2 a.txt' });
  expect(screen).toContain('docs/ten.md:7 Unexpected output.');
  expect(screen).toMatch(/7 - 3 a\.txt\n +\^\n +\+ 2 a\.txt\n +\^\n/);
});

test('a long output is cut in the middle, with the count between', () => {
  const numbers = Array.from({ length: 100 }, (_, index) => String(index + 1)).join('\n');
  expect(shown({ 'wc -l a.txt': '3 a.txt', 'seq 100': numbers })).toContain(
    '      1\n      2\n      … 96 lines not shown …\n      99\n      100\n',
  );
});

test('the stand-ins that a run used are named', () => {
  expect(shown({})).toContain('Stand-in images in place of real ones: busybox:latest');
});

test('in Korean, too', () => {
  expect(shown({ 'wc -l a.txt': '3 a.txt' }, 'ko')).toContain('2 통과, 0 실패, 0 실행 불가, 0 건너뜀');
});

test('a learner is told how their way went: what happened, by its number on the way', () => {
  const good = shown({ 'wc -l a.txt': '3 a.txt' }, 'en', true);
  expect(good).toContain('\nten  3 worked\n');
  // They were told before the first step.
  expect(good).not.toContain('Stand-in images');
  expect(good).not.toMatch(/ 0 |failed|broken|skipped|tutor plan/);
  const bad = shown({ 'wc -l a.txt': '2 a.txt' }, 'en', true);
  expect(bad).toContain('\nten  2 worked, 1 not as the chapter shows\n');
  expect(bad).toContain('\nstep 1: wc -l a.txt\n  Unexpected output.');
  expect(shown({ 'wc -l a.txt': '2 a.txt' }, 'ko', true)).toContain('\nten  2단계 성공, 1단계는 챕터와 다름\n');
});

test('a learner is told of steps by their numbers, and nothing of how to mend the chapter', () => {
  const [first] = plan.steps;
  if (first === undefined) throw new Error('no step');
  const what = { code: 'thing-named', args: { kind: { code: 'kind-path', args: {} }, name: 'a.txt' } } as const;
  const where = { code: 'at-line', args: { line: first.line } } as const;
  const told = (code: 'nobody-makes' | 'follows-unmade' | 'rows-of-before', locale: Locale) =>
    wording(forLearner({ code, args: { what, where, line: 'no such file' } }, plan), locale);
  expect(told('follows-unmade', 'en')).toBe('Follows from step 1, which did not make the file or folder a.txt.');
  expect(told('follows-unmade', 'ko')).toMatch(/^1단계에서 /);
  for (const code of ['nobody-makes', 'rows-of-before'] as const)
    for (const locale of ['en', 'ko'] as const) expect(told(code, locale)).not.toMatch(/after:|no such file|line \d/);
  // A line of another chapter is none of their steps.
  const elsewhere = { code: 'at-line', args: { line: 9000 } } as const;
  expect(forLearner({ code: 'follows-unmade', args: { what, where: elsewhere } }, plan).args.where).toEqual(elsewhere);
});

test.each([20, 40, 80, 140])('painted words are broken where plain ones are, at %i columns', (columns) => {
  const paint = paintFor({ isTTY: true }, {});
  const painted = `${paint('green', '27 worked')}, ${paint('red', '5 단계는 챕터와 다름')}, ${paint('gray', '8 left out')}`;
  const plain = brokenAt(unpainted(painted), columns);
  expect(unpainted(painted)).toBe('27 worked, 5 단계는 챕터와 다름, 8 left out');
  expect(brokenAt(painted, columns).map(unpainted)).toEqual(plain);
});

test('a reporter that fails harms no other', () => {
  const heard: string[] = [];
  const failures: unknown[] = [];
  const broken = {
    onStepStart: () => {
      throw new Error('out of paper');
    },
  };
  const all = multiplex([broken, { onStepStart: (step) => heard.push(String(step.line)) }], (error) =>
    failures.push(error),
  );
  for (const step of plan.steps) all.onStepStart(step);
  expect(heard).toEqual(plan.steps.map(({ line }) => String(line)));
  expect(failures).toHaveLength(1);
});
