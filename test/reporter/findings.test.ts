import { expect, test } from 'vitest';
import { message } from '../../runner/core/message.ts';
import type { Outcome } from '../../runner/core/outcome.ts';
import type { Step } from '../../runner/core/plan.ts';
import { parseChapter } from '../../runner/parser/index.ts';
import { planChapter } from '../../runner/planner/index.ts';
import { findingsOf } from '../../runner/reporter/summary.ts';
import { TerminalReporter } from '../../runner/reporter/terminal.ts';

const plan = planChapter(
  parseChapter(
    `# Tins

\`\`\`console
$ docker pull tins
$ docker run -d --name shelf tins
$ docker ps
$ docker rm -f shelf
\`\`\`

Later, \`docker volume rm tins-data\` clears up.
`,
    { id: 'tins', path: 'docs/tins.md' },
  ),
);

function outcomeOf(step: Step, index: number): Outcome {
  const none = { step, match: null, output: null, typed: null };
  const place = { path: 'docs/tins.md', line: step.line };
  if (index === 0) {
    const told = message('image-missing', { image: 'tins' }, place);
    return { ...none, status: 'broken', cause: { kind: 'surroundings', evidence: [told] }, messages: [told] };
  }
  if (index === 2) return { ...none, status: 'passed', cause: null, messages: [] };
  const of = { chapter: 'docs/tins.md', line: index === 3 ? 5 : 4 };
  const told = message('step-depends', { what: 'image tins', line: 4 }, place, 'info');
  return { ...none, status: 'skipped', cause: { kind: 'step', of, evidence: [told] }, messages: [told] };
}

const outcomes = plan.steps.map(outcomeOf);
const result = { before: [], plan, outcomes };

test('a cause is one finding, with the steps that follow from it', () => {
  const [finding, ...others] = findingsOf(result);
  expect(others).toEqual([]);
  expect(finding?.site.line).toBe(4);
  expect(finding?.consequences.map(({ line }) => line)).toEqual([5, 7]);
});

test('a cause in a chapter before is told with that chapter’s place', () => {
  const later = outcomes.slice(1);
  const [finding] = findingsOf({
    plan: { ...plan, steps: later.map(({ step }) => step) },
    outcomes: later,
    before: [{ plan, outcomes: outcomes.slice(0, 1) }],
  });
  expect(finding?.site).toEqual({ chapter: 'docs/tins.md', line: 4 });
  expect(finding?.consequences).toHaveLength(2);
});

test('the report folds what follows into one line, and counts what was not typed', () => {
  let screen = '';
  const paint = (_format: unknown, text: string) => text;
  const reporter = new TerminalReporter({
    write: (text) => (screen += text),
    paint,
    locale: 'en',
    outputLines: 4,
    guided: false,
  });
  reporter.onChapterEnd({ ...result, engine: 'sandbox:28', dockerVersion: '28.5.2', standIns: [], durationMs: 10 });
  expect(screen).toBe(`
tins  1 passed, 0 failed, 1 broken, 2 skipped  10 ms
1 command in running text was not typed; tutor plan lists it.
  ! docs/tins.md:4 Docker Hub does not answer, and there is no stand-in for the image tins.
    2 steps follow from this (lines 5, 7)
`);
});

test('what the machine lacks is told once, wherever it is missed', () => {
  const lacks = (step: Step, program: string): Outcome => {
    const told = message('program-lacking', { program }, { path: 'docs/tins.md', line: step.line });
    const cause = { kind: 'surroundings', evidence: [told] } as const;
    return { step, match: null, output: null, typed: null, status: 'broken', cause, messages: [told] };
  };
  const follows = (step: Step, line: number): Outcome => ({
    ...lacks(step, ''),
    status: 'skipped',
    cause: { kind: 'step', of: { chapter: 'docs/tins.md', line }, evidence: [] },
  });
  const [one, two, three, four] = plan.steps;
  if (!one || !two || !three || !four) throw new Error('the chapter has four steps');
  const lines = (all: readonly Outcome[]) =>
    findingsOf({ before: [], plan, outcomes: all }).map(({ site, consequences }) => [
      site.line,
      ...consequences.map(({ line }) => line),
    ]);
  expect(lines([lacks(one, 'netstat'), lacks(two, 'netstat'), follows(three, 5), lacks(four, 'netstat')])).toEqual([
    [4, 5, 6, 7],
  ]);
  expect(lines([lacks(one, 'netstat'), lacks(two, 'jq'), lacks(three, 'netstat'), follows(four, 5)])).toEqual([
    [4, 6],
    [5, 7],
  ]);
  const red = { ...lacks(two, 'netstat'), status: 'failed', cause: { kind: 'chapter', evidence: [] } } as const;
  expect(lines([lacks(one, 'netstat'), red])).toEqual([[4], [5]]);
});
