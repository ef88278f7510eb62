import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { wording } from '../../runner/core/message.ts';
import { widthOf } from '../../runner/core/width.ts';
import { parseChapter } from '../../runner/parser/index.ts';
import { planChapter } from '../../runner/planner/index.ts';
import { planPage } from '../../runner/planner/page/plan-page.ts';
import { whyPage } from '../../runner/planner/page/why-page.ts';

const folder = join(import.meta.dirname, '../cases/plan');
const plans = readdirSync(folder).map((name) =>
  planChapter(parseChapter(readFileSync(join(folder, name), 'utf8'), { id: 'case', path: name })),
);
const plain = (_format: string, text: string) => text;

describe('the page of a plan', () => {
  test.each([40, 80, 120])('fits into %d columns, Korean included', (columns) => {
    for (const plan of plans) {
      const lines = planPage(plan, { columns, paint: plain, locale: 'ko' }).split('\n');
      // The chapter's own title and path and the summary stand as they are.
      for (const line of lines.slice(3)) expect(widthOf(line)).toBeLessThanOrEqual(columns);
    }
  });

  test('names what is typed, where it stands, what is left out and why', () => {
    const source =
      '# 예시\n\n```bash\n$ docker run -d myimage\n```\n\n```bash\n$ docker ps\nCONTAINER ID   IMAGE\n```\n';
    const plan = planChapter(parseChapter(source, { id: 'case', path: 'case.md' }));
    expect(planPage(plan, { columns: 80, paint: plain, locale: 'en' })).toMatchInlineSnapshot(`
      "예시
      case.md
      2 blocks: 1 command to type, 1 with an expected output, 1 left out, 0 files to write

      # 예시

      3     type — a prompt stands before each command
      4     $ docker run -d myimage
              left out: no step before it makes the image myimage

      7     type — a prompt stands before each command
      8     $ docker ps
              │ CONTAINER ID   IMAGE
      "
    `);
    expect(planPage(plan, { columns: 80, paint: plain, locale: 'ko' })).toMatch(
      '건너뜀: 앞에서 이미지 myimage를 만드는 단계가 없습니다',
    );
  });
});

describe('why a block is read as it is', () => {
  const source = '# T\n\nOutput:\n\n```bash\n$ docker run -d myimage\n```\n';
  const plan = planChapter(parseChapter(source, { id: 'case', path: 'case.md' }));
  const why = (line: number, locale: 'en' | 'ko') => whyPage(plan, line, { columns: 80, paint: plain, locale });

  test('each kind is told with who spoke for it and how heavily, and what is left out', () => {
    expect(why(6, 'en')).toMatchInlineSnapshot(`
      "case.md:5
      run — a prompt stands before each command
      6 left out: no step before it makes the image myimage

      7     run
            +5  what can be typed: a prompt stands before each command
            +2  the language: its language is bash

      0.5   illustration
          +0.5  nobody: nothing says that it is to be typed or written
      "
    `);
    expect(why(6, 'ko')).toMatch(/\+2 {2}코드 블록의 언어: /);
  });

  test('the line must be that of a block', () => expect(why(1, 'en')).toBeNull());
});

test('every reason has its Korean wording', () => {
  const reasons = plans.flatMap(({ blocks, steps }) => [
    ...blocks.map(({ reason }) => reason),
    ...steps.flatMap(({ skip }) => (skip === null || skip.code === 'annotation' ? [] : [skip.reason])),
  ]);
  expect(reasons.length).toBeGreaterThan(100);
  for (const reason of reasons) expect(wording(reason, 'ko')).toMatch(/[가-힣]/);
});
