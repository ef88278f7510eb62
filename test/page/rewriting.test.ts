import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { globSync } from 'tinyglobby';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Outcome } from '../../runner/core/outcome.ts';
import { Rewriting } from '../../runner/page/rewriting.ts';
import { parseChapter } from '../../runner/parser/index.ts';
import { replay } from '../../runner/pipeline/replay.ts';
import { reviseChapter } from '../../runner/pipeline/revise-chapter.ts';
import { planChapter } from '../../runner/planner/index.ts';
import { applyChanges } from '../../runner/updater/index.ts';
import { readCase } from '../updater/update-case.ts';

const cases = join(import.meta.dirname, '../cases/update');
const personal = { home: '/root', user: null, hostName: null };
let folder: string;
let path: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tutor-rewriting-'));
  path = join(folder, 'chapter.md');
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A chapter on the disk, run with these outputs, and what its author may change in it. */
function opened(source: string, outputs: Parameters<typeof replay>[1], values?: ReadonlyMap<string, string>) {
  writeFileSync(path, source);
  const plan = planChapter(parseChapter(source, { id: 'chapter', path: 'chapter.md' }), [], values);
  const outcomes = replay({ before: [], plan }, outputs);
  return { plan, outcomes, rewriting: new Rewriting(path, plan, personal) };
}

const tea = ['# 차', '', '```console', '$ cat tea.txt', 'green', '$ wc -l tea.txt', '9 tea.txt', '```', ''].join('\n');
const outputOfTea = (step: { readonly index: number }) => ({ text: ['black', '3 tea.txt'][step.index] ?? '' });

const inCases = globSync(['*.md'], { cwd: cases }).map((file) => {
  return readCase(readFileSync(join(cases, file), 'utf8'));
});

test('changes that are written one by one come to what all of them at once come to', async () => {
  let written = 0;
  for (const { before, values, outputOf } of inCases) {
    const { plan, outcomes, rewriting } = opened(before, outputOf(), values);
    const options = { add: false, refresh: false, errors: false, modernise: false, personal };
    const all = reviseChapter({ plan, outcomes }, options).changes.filter(({ kind }) => kind === 'output');
    for (const { step } of all.toReversed()) {
      expect(rewriting.proposal(step ?? -1, outcomes)).not.toBeNull();
      expect(await rewriting.write(step ?? -1, outcomes, () => {})).toBe(true);
      written += 1;
    }
    expect(readFileSync(path, 'utf8')).toBe(applyChanges(plan.chapter, all));
  }
  expect(written).toBeGreaterThan(40);
});

test('what would be written is shown before, and only it is written', async () => {
  const { outcomes, rewriting } = opened(tea, outputOfTea);
  const shown = rewriting.proposal(1, outcomes) ?? '';
  expect(shown.split('\n').filter((line) => /^[-+]/.test(line))).toEqual(['-9 tea.txt', '+3 tea.txt']);
  expect(readFileSync(path, 'utf8')).toBe(tea);
  await rewriting.write(1, outcomes, () => {});
  expect(readFileSync(path, 'utf8')).toBe(tea.replace('9 tea', '3 tea'));
  // The other one is shown with this one in place.
  expect(rewriting.proposal(0, outcomes)).toContain(' 3 tea.txt');
  expect(rewriting.holds(outcomes[1] as Outcome)).toBe(true);
  expect(rewriting.holds(outcomes[0] as Outcome)).toBe(false);
});

test('a chapter that somebody has changed meanwhile stays theirs', async () => {
  const { outcomes, rewriting } = opened(tea, outputOfTea);
  writeFileSync(path, `${tea}\nMore.\n`);
  await expect(rewriting.write(0, outcomes, () => {})).rejects.toThrow();
  expect(readFileSync(path, 'utf8')).toBe(`${tea}\nMore.\n`);
});

test('where nothing is to be written, nothing is proposed', () => {
  const { outcomes, rewriting } = opened(tea.replace('green', 'black'), outputOfTea);
  expect(rewriting.proposal(0, outcomes)).toBeNull();
  expect(rewriting.proposal(7, outcomes)).toBeNull();
});
