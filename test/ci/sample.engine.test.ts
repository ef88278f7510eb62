import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ChapterReport, RunReport } from '../../runner/core/report.ts';
import { leftOutOf, problemsOf } from '../../runner/reporter/problems.ts';
import { parseReport } from '../../runner/reporter/schema.ts';
import { built } from './built.ts';
import { expectValid } from './valid.ts';

/** What was planted into each chapter: its verdict, and each finding as `row kind`. */
const planted: Readonly<Record<string, readonly [verdict: string, ...findings: string[]]>> = {
  'ch01-notes.md': ['passed'],
  'ch02-counting.md': ['failed', 'ch02-counting.md:9 output'],
  'ch03-goes-bad.md': ['failed', 'ch03-goes-bad.md:12 output'],
  'ch04-thanks.md': ['empty'],
  'ch05-prepared.md': ['failed', 'ch05-prepared.md:5 set-up'],
  'ch06-more-fruits.md': ['failed', 'ch02-counting.md:9 output'],
  'ch07-reader.md': ['unchecked', 'ch07-reader.md:6 unchecked'],
  'ch08-cellar.md': ['passed'],
  'ch09-elsewhere.md': ['unchecked', 'ch09-elsewhere.md:6 unchecked'],
  'ch10-far-away.md': ['broken', 'ch10-far-away.md:6 network'],
  'ch11-options.md': ['failed', 'ch11-options.md:6 exit-status'],
  'ch12-dates.md': ['passed'],
};

let folder: string;
let run: RunReport;
let ended: { exitCode?: number | undefined; stdout: string };
const read = (file: string) => readFileSync(join(folder, file), 'utf8');

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tutor-sample-'));
  cpSync(join(import.meta.dirname, 'sample'), folder, { recursive: true });
  await execa('git', ['init', '--quiet', folder]);
  const written = ['junit=out/junit.xml', 'json=out/run.json', 'sarif=out/run.sarif'];
  const args = ['test', '--engine', 'sandbox:28', '--yes', '--reporter', written.join(), '--reporter', 'default'];
  const env = { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: join(folder, 'summary.md'), GITHUB_WORKSPACE: folder };
  ended = await execa(process.execPath, [await built(), ...args], { cwd: folder, reject: false, env });
  run = parseReport(read('out/run.json')) as RunReport;
});
afterAll(() => rmSync(folder, { recursive: true }));

const findingsIn = (chapter: ChapterReport) =>
  problemsOf(chapter).map(({ site, step, kind }) => `${site.chapter}:${step.at.line} ${kind}`);

test('each planted mistake is named at its row, and no chapter that was not checked is green', () => {
  const found = run.chapters.map((chapter) => [chapter.path, [chapter.verdict, ...findingsIn(chapter)]]);
  expect(Object.fromEntries(found)).toEqual(planted);
  expect(ended.exitCode).toBe(1);
  expect(run.exitCode).toBe(1);
});

test('the log says a line for each chapter, each cause once, and why steps were left out', () => {
  const lines = ended.stdout.split('\n');
  for (const [path, [verdict]] of Object.entries(planted)) {
    const [line = ''] = lines.filter((one) => one.includes(`${path}  sandbox:28`));
    expect(line.startsWith('✓'), line).toBe(verdict === 'passed');
  }
  expect(lines.filter((line) => line.startsWith('✗ ch02-counting.md:9'))).toHaveLength(1);
  expect(ended.stdout).toContain('ch09-elsewhere.md:6,7 it is for Windows');
  expect(ended.stdout).not.toContain('\u001b');
});

test('JUnit keeps apart what is wrong and what could not be run, with row, engine and reason', () => {
  const cases = read('out/junit.xml').split('<testcase ').slice(1);
  const of = (file: string, line: number) =>
    cases.filter((one) => one.includes(`file="${file}" line="${line}"`)).join('\n');
  expect(of('ch02-counting.md', 9)).toContain('<failure type="output"');
  expect(of('ch10-far-away.md', 6)).toContain('<error type="network"');
  expect(of('ch05-prepared.md', 5)).toContain('<failure type="set-up"');
  expect(of('ch05-prepared.md', 11)).toContain('<skipped message="Not run: follows from ch05-prepared.md:5."');
  expect(of('ch09-elsewhere.md', 6)).toContain('<error type="unchecked"');
  expect(cases.every((one) => one.includes('<property name="engine" value="sandbox:28"/>'))).toBe(true);
  expect(read('out/junit.xml').match(/<testsuite /g)).toHaveLength(1);
});

test('SARIF has each finding once, at its row', () => {
  const { runs } = JSON.parse(read('out/run.sarif')) as {
    runs: { results: { ruleId: string; locations: { physicalLocation: { region: { startLine: number } } }[] }[] }[];
  };
  const found = runs[0]?.results.map(
    ({ ruleId, locations }) => `${locations[0]?.physicalLocation.region.startLine} ${ruleId}`,
  );
  const wanted = new Set(Object.values(planted).flatMap(([, ...findings]) => findings));
  expect(found?.sort()).toEqual([...wanted].map((one) => one.replace(/^.*:/, '')).sort());
});

test('a job of GitHub is told by itself: annotations at the rows, and a table in its summary', () => {
  expect(ended.stdout).toContain('::error file=ch02-counting.md,line=9,');
  expect(ended.stdout).toContain('::warning file=ch10-far-away.md,line=6,');
  expect(read('summary.md')).toContain('| ch08-cellar.md | ✓ passed |');
  expect(read('summary.md')).toContain('| ch07-reader.md | ○ not checked |');
});

test('what a reader brings is told with its reason', () => {
  const reader = run.chapters.find(({ path }) => path === 'ch07-reader.md');
  expect(reader && leftOutOf(reader)).toMatchObject([{ why: { code: 'nobody-makes' }, lines: [6] }]);
});

test('others can read the reports', () =>
  expectValid({ json: read('out/run.json'), sarif: read('out/run.sarif'), junit: read('out/junit.xml') }));
