import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseChapter } from '../../runner/parser/index.ts';
import { planChapter } from '../../runner/planner/index.ts';
import { renderPlan } from './render-plan.ts';

const folder = join(import.meta.dirname, '../cases/plan');
const ending = /\n<!-- plan\n([\s\S]*?)\n-->\n*$/;

describe('each case is read as the plan at its end says', () => {
  const cases = readdirSync(folder).filter((name) => name.endsWith('.md'));
  test('there are cases', () => expect(cases.length).toBeGreaterThan(40));
  test.each(cases)('%s', (name) => {
    const source = readFileSync(join(folder, name), 'utf8');
    const wanted = ending.exec(source)?.[1];
    expect(wanted, 'the case ends in a comment that begins with "plan"').toBeDefined();
    const plan = planChapter(parseChapter(source.replace(ending, '\n'), { id: 'case', path: name }));
    expect(renderPlan(plan)).toBe(wanted);
  });
});
