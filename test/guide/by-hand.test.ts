import { expect, test } from 'vitest';
import type { CommandStep } from '../../runner/core/plan.ts';
import { isSame } from '../../runner/guide/by-hand.ts';
import { parseChapter } from '../../runner/parser/index.ts';
import { planChapter } from '../../runner/planner/index.ts';

function stepOf(command: string): CommandStep {
  const chapter = parseChapter(`\`\`\`sh\n$ ${command}\n\`\`\`\n`, { id: 'x', path: 'x.md' });
  const [step] = planChapter(chapter).steps;
  if (step?.type !== 'command') throw new Error('no step');
  return step;
}

test.each([
  ['docker ps', 'docker container ls'],
  ['docker run -d --name web -p 80:80 nginx', 'docker container run --publish 80:80 --name=web --detach nginx'],
  ['docker build -t app .', 'docker image build --tag app .'],
  ['docker exec -it web sh', 'docker container exec -ti web sh'],
  ['mkdir -p a/b', 'mkdir   -p "a/b"'],
])('%s is %s', (chapter, typed) => {
  expect(isSame(stepOf(chapter), typed)).toBe(true);
});

test.each([
  ['docker run -d --name web nginx', 'docker run -d --name wep nginx'],
  ['docker run -d --name web nginx', 'docker run --name web nginx'],
  ['docker rm web', 'docker rm web db'],
  ['docker run nginx:1.27', 'docker run nginx'],
  ['docker cp web:/a b', 'docker cp b web:/a'],
])('%s is not %s', (chapter, typed) => {
  expect(isSame(stepOf(chapter), typed)).toBe(false);
});
