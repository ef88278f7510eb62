import { expect, test } from 'vitest';
import { wording } from '../../runner/core/message.ts';
import { parseChapter } from '../../runner/parser/index.ts';
import { replay } from '../../runner/pipeline/replay.ts';
import { planChapter } from '../../runner/planner/index.ts';

test('a value that stood for another one before: both places are named', () => {
  const plan = planChapter(
    parseChapter(
      [
        '```console',
        '$ docker ps -aqf name=one',
        '5e4f3a2b1c0d',
        '$ docker ps -aqf name=two',
        '5e4f3a2b1c0d',
        '```',
        '',
      ].join('\n'),
      { id: 'two', path: 'docs/two.md' },
    ),
  );
  const outputs = ['8f58ed56c6ca', '0ce7ac8c7b8e'];
  const [, second] = replay({ before: [], plan }, ({ index }) => ({
    text: outputs[index] ?? '',
    exitCode: 0,
    ended: 'exit',
  }));
  expect(second?.status).toBe('failed');
  const told = second?.messages.find(({ code }) => code === 'step-mismatch');
  expect(told?.line).toBe(5);
  expect(told && wording(told, 'en')).toContain('docs/two.md:3');
  expect(told && wording(told, 'ko')).toContain('앞에서는 "8f58ed56c6ca"였습니다 (docs/two.md:3)');
});

test('of a complaint about how a command is called, the line that says what is wrong is told', () => {
  const plan = planChapter(parseChapter('```bash\n$ docker run --c 512 ubuntu\n```\n', { id: 'c', path: 'docs/c.md' }));
  const text =
    "unknown flag: --c\n\nUsage:  docker run [OPTIONS] IMAGE\n\nRun 'docker run --help' for more information";
  const [only] = replay({ before: [], plan }, () => ({ text, exitCode: 125, ended: 'exit' }));
  expect(only?.messages.map(({ args }) => args.line)).toEqual(['unknown flag: --c']);
});
