import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { globSync } from 'tinyglobby';
import { describe, expect, test } from 'vitest';
import type { Outcome } from '../../runner/core/outcome.ts';
import type { Plan } from '../../runner/core/plan.ts';
import { parseChapter } from '../../runner/parser/index.ts';
import { replay } from '../../runner/pipeline/replay.ts';
import { reviseChapter } from '../../runner/pipeline/revise-chapter.ts';
import { planChapter } from '../../runner/planner/index.ts';
import { applyChanges } from '../../runner/updater/index.ts';
import { readCase, type UpdateCase } from './update-case.ts';

const folder = join(import.meta.dirname, '../cases/update');
const files = globSync(['*.md'], { cwd: folder }).sort();

test('there are at least sixty cases', () => {
  expect(files.length).toBeGreaterThanOrEqual(60);
});

describe.each(files)('%s', (file) => {
  const each = readCase(readFileSync(join(folder, file), 'utf8'));

  test(`${each.title}: before becomes after`, () => {
    expect(updated(each, each.before)).toBe(each.after);
  });

  test(`${each.title}: twice is once`, () => {
    expect(updated(each, each.after)).toBe(each.after);
  });
});

function updated(each: UpdateCase, source: string): string {
  const { plan, outcomes } = replayed(each, source);
  return applyChanges(plan.chapter, reviseChapter({ plan, outcomes }, each.options).changes);
}

function replayed(each: UpdateCase, source: string): { plan: Plan; outcomes: readonly Outcome[] } {
  const plan = planChapter(parseChapter(source, { id: 'chapter', path: 'chapter.md' }), [], each.values);
  return { plan, outcomes: replay({ before: [], plan }, each.outputOf()) };
}
