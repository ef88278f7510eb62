import { expect, test } from 'vitest';
import { parseChapter } from '../../runner/parser/index.ts';
import { planChapter } from '../../runner/planner/index.ts';

function unread(prose: string): string[] {
  const source = `# Lamp\n\n${prose}\n\n\`\`\`console\n$ docker run -d --name lamp nginx\n\`\`\`\n`;
  return planChapter(parseChapter(source, { id: 'lamp', path: 'lamp.md' })).unread.map(({ text }) => text);
}

test.each([
  ['Stop it with `docker stop lamp`.', ['docker stop lamp']],
  ['먼저 `docker pull nginx:1.27`로 이미지를 받습니다.', ['docker pull nginx:1.27']],
  ['- The lamp is put out.\n  docker stop lamp', ['docker stop lamp']],
  ['이름을 붙여 실행합니다\ndocker run --name cup -d nginx\n중지합니다', ['docker run --name cup -d nginx']],
  ['`docker stop lamp` or again `docker stop lamp`.', ['docker stop lamp']],
])('a command in running text that no step types is told: %s', (prose, commands) => {
  expect(unread(prose)).toEqual(commands);
});

test.each([
  'The command `docker run` starts a container.',
  'As with `docker run -d --name lamp nginx` below.',
  'In general `docker stop <name>` stops it.',
  'A first line.\ndocker stop 명령은 컨테이너를 멈춥니다.',
  'Docker has verbs;\ndocker run and docker stop are the first that one learns.',
  'The file `docker-compose.yml` and the word `lamp` are no commands.',
])('what is only talked about is not: %s', (prose) => {
  expect(unread(prose)).toEqual([]);
});
