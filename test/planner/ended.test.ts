import { expect, test } from 'vitest';
import { parseChapter } from '../../runner/parser/index.ts';
import { planChapter } from '../../runner/planner/index.ts';

/** Whether what each step of a chapter starts may end by itself, as the page has it. */
function mayEnd(...parts: readonly string[]): readonly boolean[] {
  const source = `# Tea\n\n${parts.join('\n\n')}\n`;
  return planChapter(parseChapter(source, { id: 'tea', path: 'tea.md' })).steps.map(
    (step) => step.type === 'command' && step.mayEnd === true,
  );
}

const start = '```bash\ndocker run -d --name pot kettle\n```';

test.each([
  'The container exits as soon as the pot is empty.',
  'Look at its log: it stops immediately.',
  'It will not stay up, because the pot is cold.',
  '주전자가 비어 있어서 컨테이너가 바로 종료됩니다.',
  '이 컨테이너는 금방 죽습니다.',
  '서버가 실행되지 않는 까닭을 찾아봅시다.',
  'コンテナはすぐに終了します。',
  '容器启动后马上退出。',
])('the page speaks of an end: %s', (said) => {
  expect(mayEnd(said, start)).toEqual([true]);
  expect(mayEnd(start, said)).toEqual([true]);
  expect(mayEnd(start, '## Then', said)).toEqual([false]);
});

test.each([
  'Stop the container when you have had enough.',
  'The server is up and running.',
  '다 마셨으면 컨테이너를 중지합니다.',
  '서버가 실행됩니다.',
  'コンテナを起動します。',
  '启动容器。',
])('it speaks of none: %s', (said) => {
  expect(mayEnd(said, start)).toEqual([false]);
});

test.each([
  [
    'docker ps -a',
    'CONTAINER ID   IMAGE    STATUS                     NAMES\n0a1b2c3d4e5f   kettle   Exited (1) 2 seconds ago   pot',
  ],
  ["docker ps -a --format '{{.Names}}: {{.Status}}'", 'pot: Restarting (2) 3 seconds ago'],
  ["docker inspect pot --format '{{json .State}}'", '{\n  "ExitCode": 2\n}'],
])('it is shown later: %s', (command, shown) => {
  const list = `\`\`\`console\n$ ${command}\n${shown}\n\`\`\``;
  expect(mayEnd(start, '## Then', list)).toEqual([true, false]);
  expect(mayEnd(start.replaceAll('pot', 'jug').replace('kettle', 'ewer'), '## Then', list)).toEqual([false, false]);
});

test('it is waited for', () => {
  expect(mayEnd(start, '## Then', '```bash\ndocker wait pot\n```')).toEqual([true, false]);
});
