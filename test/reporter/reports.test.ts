import { expect, test } from 'vitest';
import { message } from '../../runner/core/message.ts';
import type { ChapterReport, RunReport, StepReport } from '../../runner/core/report.ts';
import { reportMark } from '../../runner/core/report-mark.ts';
import { parseChapter } from '../../runner/parser/index.ts';
import { planChapter } from '../../runner/planner/index.ts';
import { annotations, markdown } from '../../runner/reporter/github.ts';
import { json } from '../../runner/reporter/json.ts';
import { junit } from '../../runner/reporter/junit.ts';
import { exitCodeOfReport, headOf, hinderedSteps, withVerdict } from '../../runner/reporter/report-of.ts';
import { parseReport } from '../../runner/reporter/schema.ts';

const path = 'docs/tea, 차.md';
const plan = planChapter(parseChapter('# Tea\n\n```console\n$ boil <water>\n$ pour | cat\n```\n', { id: 'tea', path }));
const base = { ...headOf(plan, 'sandbox:28'), dockerVersion: '28.5.2', durationMs: 1500 };

function step(line: number, change: Partial<StepReport>): StepReport {
  return {
    type: 'command',
    line,
    column: 3,
    section: 'Tea',
    text: line === 4 ? 'boil <water>' : 'pour | cat',
    status: 'passed',
    cause: null,
    byAuthor: false,
    messages: [],
    at: { line, column: 3 },
    compared: null,
    output: null,
    durationMs: 12,
    ...change,
  };
}

const told = (code: 'step-failed' | 'environment-no-network', line: number) =>
  message(code, { exit: 1, line: 'a & b "c"\u001b[31m' }, { path, line, column: 3 });
const failed = step(4, {
  status: 'failed',
  cause: { kind: 'chapter', evidence: [] },
  messages: [told('step-failed', 4)],
});
const broken = step(5, {
  status: 'broken',
  cause: { kind: 'surroundings', evidence: [told('environment-no-network', 5)] },
  messages: [told('environment-no-network', 5)],
});
const skipped = step(5, {
  status: 'skipped',
  cause: { kind: 'step', of: { chapter: path, line: 4 }, evidence: [] },
});
const why = message('engine-unready', { engine: 'sandbox:28', why: 'no tap' });

const runOf = (...chapters: readonly ChapterReport[]): RunReport => ({
  version: 1,
  tutor: '0.0.0',
  startedAt: '2026-01-02T03:04:05.000Z',
  durationMs: 2000,
  exitCode: 1,
  chapters,
});

test.each<[string, readonly StepReport[], boolean, string, number]>([
  ['all passed', [step(4, {}), step(5, {})], false, 'passed', 0],
  ['wrong and broken', [failed, broken], false, 'failed', 1],
  ['broken alone', [step(4, {}), broken], false, 'broken', 3],
  ['what follows adds nothing', [failed, skipped], false, 'failed', 1],
  ['nothing typed', [step(4, { status: 'skipped', cause: { kind: 'reader', evidence: [] } })], false, 'unchecked', 2],
  [
    'the author wants it so',
    [step(4, { status: 'skipped', cause: { kind: 'chapter', evidence: [] }, byAuthor: true })],
    false,
    'left-out',
    0,
  ],
  ['nothing there', [], false, 'empty', 0],
  ['interrupted', [step(4, {})], true, 'interrupted', 3],
  ['no engine', hinderedSteps(plan, why, false), false, 'broken', 3],
  ['its own set-up', hinderedSteps(plan, why, true), false, 'failed', 1],
])('verdict: %s', (_what, steps, interrupted, verdict, code) => {
  const report = withVerdict(base, steps, interrupted);
  expect([report.verdict, exitCodeOfReport(report)]).toEqual([verdict, code]);
});

test('a chapter before that is wrong makes the one that builds on it wrong', () => {
  const report = withVerdict({ ...base, before: [{ path: 'docs/cup.md', steps: [failed] }] }, [step(4, {})]);
  expect(report.verdict).toBe('failed');
});

test('JUnit: each case with file and row, kinds in the type, nothing that XML does not take', () => {
  const xml = junit(runOf(withVerdict(base, [failed, broken, skipped])), 'en');
  expect(xml).toContain('<testsuite name="sandbox:28" tests="3" failures="1" errors="1" skipped="1"');
  expect(xml).toContain('name="4: boil &lt;water&gt;" file="docs/tea, 차.md" line="4"');
  expect(xml).toContain('<failure type="exit-status"');
  expect(xml).toContain('<error type="network"');
  expect(xml).toContain('a &amp; b &quot;c&quot;');
  expect(xml).not.toContain('\u001b');
});

test('JUnit: an interrupted chapter and one without an engine are errors', () => {
  const xml = junit(
    runOf(withVerdict(base, [], true), withVerdict({ ...base, engine: 'host' }, hinderedSteps(plan, why, false))),
    'ko',
  );
  expect(xml).toContain('<error type="interrupted"');
  expect(xml).toContain('<error type="engine"');
  expect(xml).toContain('시작되지 않았습니다');
});

test('GitHub: commas and colons of a path are escaped, the row is the wrong one', () => {
  const [line = ''] = annotations(runOf(withVerdict(base, [failed, skipped])), 'en', (name) => `book/${name}`).split(
    '\n',
  );
  expect(line).toMatch(/^::error file=book\/docs\/tea%2C 차.md,line=4,col=3,title=/);
  expect(line).toContain('%0A1 step follows from this (line 5)');
});

test('Markdown: a table by chapter and engine, whose cells hold', () => {
  const other = withVerdict({ ...base, engine: 'sandbox:29' }, [step(4, {})]);
  const text = markdown(runOf(withVerdict(base, [failed]), other), 'en');
  expect(text).toContain('| Chapter | sandbox:28 | sandbox:29 |');
  expect(text).toContain('| docs/tea, 차.md | ✗ wrong | ✓ passed |');
});

test('Markdown: what is wrong for a chapter before says which; it is known as a report again', () => {
  const follows = withVerdict({ ...base, before: [{ path: 'docs/cup.md', steps: [failed] }] }, [step(4, {})]);
  expect(markdown(runOf(follows), 'ko')).toContain('| docs/tea, 차.md | ✗ 틀림 (docs/cup.md에 이어짐) |');
  expect(markdown(runOf(follows), 'en').startsWith(`${reportMark}\n`)).toBe(true);
});

test('JUnit: a set-up that failed has its name', () => {
  const xml = junit(runOf(withVerdict(base, hinderedSteps(plan, why, true))), 'en');
  expect(xml).toContain('name="1: set-up"');
});

test('JSON: what is written is what is read back, and each sentence has its text', () => {
  const run = runOf(withVerdict(base, [failed, broken, skipped]));
  const text = json(run, 'en');
  expect(parseReport(text)?.chapters[0]?.steps.map(({ status }) => status)).toEqual(['failed', 'broken', 'skipped']);
  expect(text).toContain('"text": "The command failed with exit status 1');
  expect(parseReport('{"version": 2}')).toBeNull();
  expect(parseReport('no JSON')).toBeNull();
});
