import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { globSync } from 'tinyglobby';
import { expect, test } from 'vitest';
import { parseChapter } from '../../runner/parser/index.ts';
import { replay } from '../../runner/pipeline/replay.ts';
import { reviseChapter } from '../../runner/pipeline/revise-chapter.ts';
import { planChapter } from '../../runner/planner/index.ts';

const repository = join(import.meta.dirname, '../..');
const chapters = globSync(['docs/*.md', 'test/cases/plan/*.md', 'test/cases/pass/*.md'], { cwd: repository }).sort();

test.each(chapters)('%s: commands that print what the chapter shows change nothing', (path) => {
  const source = readFileSync(join(repository, path), 'utf8');
  const plan = planChapter(parseChapter(source, { id: 'chapter', path }));
  const outcomes = replay({ before: [], plan }, ({ expected, annotation, failureExpected }) => ({
    text: expected?.text ?? 'something that the chapter does not show',
    exitCode: annotation.exit ?? (failureExpected ? 1 : 0),
  }));
  for (const refresh of [false, true]) {
    const personal = { home: '/home/jin', user: 'jin', hostName: 'jin-laptop' };
    const { changes, refused } = reviseChapter(
      { plan, outcomes },
      { add: false, modernise: true, errors: false, refresh, personal },
    );
    expect([...changes, ...refused]).toEqual([]);
  }
});
