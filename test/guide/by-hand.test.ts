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
  ['cp -r assets/tea ~/tea', 'cp -r ./assets/tea/ ~/tea/'],
  ['cd shop', 'cd ./shop/'],
  ['docker pull nginx', 'docker image pull docker.io/library/nginx:latest'],
  ['docker run -d nginx:latest', 'docker run -d nginx'],
  ['docker image rm app redis', 'docker rmi app:latest docker.io/redis'],
  ['docker build -t app:latest .', 'docker build -t app .'],
  ['docker tag app shop/app', 'docker image tag app:latest docker.io/shop/app:latest'],
])('%s is %s', (chapter, typed) => {
  expect(isSame(stepOf(chapter), typed)).toBe(true);
});

test.each([
  ['docker run -d --name web nginx', 'docker run -d --name wep nginx'],
  ['docker run -d --name web nginx', 'docker run --name web nginx'],
  ['docker rm web', 'docker rm web db'],
  ['docker run nginx:1.27', 'docker run nginx'],
  ["sed -i 's/a/b/' f", "sed -i 's/a/b' f"],
  ['ls /', 'ls'],
  ['cd ../shop', 'cd shop'],
  ['docker tag app app-two', 'docker tag app app-three'],
  ['docker pull nginx', 'docker pull ghcr.io/library/nginx'],
  ['docker rmi app redis', 'docker rmi app redis:7'],
  [`docker pull nginx@sha256:${'a'.repeat(64)}`, 'docker pull nginx'],
  ['docker build -t app .', 'docker build -t app:2 .'],
  ['docker cp web:/a b', 'docker cp b web:/a'],
])('%s is not %s', (chapter, typed) => {
  expect(isSame(stepOf(chapter), typed)).toBe(false);
});
