import { expect, test } from 'vitest';
import type { Match } from '../../runner/core/match.ts';
import type { CommandStep } from '../../runner/core/plan.ts';
import { changesNothing, isPart, isSame, judgeByHand } from '../../runner/guide/by-hand.ts';
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
  ['docker logs web | head -n 1', 'docker container logs web | head -n 1'],
  ["echo '# 둘째' >> app.js", 'echo "# 둘째" >> ./app.js'],
  ['mkdir -p tea && cd tea', 'mkdir -p tea/ && cd ./tea'],
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
  ["echo '# 둘째' >> app.js", "echo '# 둘째' > app.js"],
  ['docker logs web | head -n 1', 'docker logs web; head -n 1'],
  ['sleep 60 &', 'sleep 60'],
  ['mkdir -p ~/tea && cd ~/tea', 'mkdir -p ~/tea && cd'],
  ['LANG=ko_KR.UTF-8 date', 'date'],
])('%s is not %s', (chapter, typed) => {
  expect(isSame(stepOf(chapter), typed)).toBe(false);
});

test.each([
  ['mkdir -p tea && cd tea', 'mkdir -p ./tea'],
  ['mkdir -p 차 && cd 차 && ls', 'mkdir -p ./차/ && cd 차'],
  [
    'docker build -t a . && docker run -d --name b a && docker ps',
    'docker image build -t a . && docker run -d --name=b a',
  ],
  ['export TEA=green; docker compose up -d', 'export TEA=green'],
])('of %s, %s is the first part', (chapter, typed) => {
  expect(isPart(stepOf(chapter), typed)).toBe(true);
});

test.each([
  ['docker logs web | head -n 1', 'docker logs web'],
  ['mkdir -p tea && cd tea', 'cd tea'],
  ['mkdir -p tea && cd tea', 'mkdir -p cake'],
  ['mkdir -p 차 && cd 차', 'mkdir -p 차 && cd 차'],
  ['docker ps', 'docker ps'],
  ['docker ps', ''],
])('of %s, %s is no first part', (chapter, typed) => {
  expect(isPart(stepOf(chapter), typed)).toBe(false);
});

test.each([
  ['mkdir -p ~/tea && cd ~/tea', 'mkdir -p ~/tea && cd', { wanted: 'cd ~/tea', given: 'cd' }],
  ["echo '둘째' >> app.js", "echo '둘째' > app.js", { wanted: '>> app.js', given: '> app.js' }],
  ['docker logs web | head -n 1', 'docker logs web', { wanted: '| head -n 1' }],
  ['docker run -d --name web nginx', 'docker run --name web nginx', { wanted: '--detach' }],
  ['docker cp web:/a b', 'docker cp b web:/a', {}],
])('of %s, %s is told what differs', (chapter, typed, args) => {
  const step = stepOf(chapter);
  const judged = judgeByHand(step, typed, {
    ...{ step, status: 'skipped', match: null, cause: null, typed, messages: [] },
    output: {
      ...{ text: '', exitCode: 1, durationMs: 1, ended: 'exit', retries: 0, omittedLines: 0, messages: [] },
    },
  });
  expect(judged).toMatchObject({ how: 'not-yet', failed: true, why: { args } });
});

/** A command that ended well, and printed what the step shows. */
function judgedWell(chapter: string, typed: string): string {
  const match = { verdict: 'match', bindings: {}, diff: [], reason: null, tolerances: [] } as unknown as Match;
  return judgeByHand(stepOf(chapter), typed, {
    ...{ step: stepOf(chapter), status: 'passed', match, cause: null, typed, messages: [] },
    output: { text: '', exitCode: 0, durationMs: 1, ended: 'exit', retries: 0, omittedLines: 0, messages: [] },
  }).how;
}

test.each([
  ['docker run -d --name web nginx', 'docker run -d --name wep nginx'],
  ['docker network create shelf', 'docker network create --internal shelf'],
  ['docker run -d --name shop1 nginx', 'docker run -d --name shop1 -p 80:80 nginx'],
])('%s is not done by %s, though it prints the same', (chapter, typed) => {
  expect(judgedWell(chapter, typed)).toBe('not-yet');
});

test.each([
  ['docker ps', 'docker container ls --no-trunc'],
  ['cat tea.txt', 'head tea.txt'],
  ['mkdir -p tea', 'mkdir tea'],
])('%s is done in another way by %s', (chapter, typed) => {
  expect(judgedWell(chapter, typed)).toBe('otherwise');
});

test.each([
  ['ls -la', 0],
  ['docker ps', 0],
  ['docker container logs 찻집', 1],
  ['docker image history 찻집 | head -n 2', 0],
  ['docker volume ls -q', 0],
  ['dcoker run -d nginx', 127],
  ['도커 ps', 127],
])('%s, which ended with %i, has changed nothing', (typed, exitCode) => {
  expect(changesNothing(typed, { exitCode })).toBe(true);
});

test.each([
  ['touch tea', 0],
  ['docker rm -f 찻집', 0],
  ['docker run -d nginx', 125],
  ['echo tea > cup', 0],
  ['mkdir cup && dcoker ps', 127],
  ['cd ..', 0],
  ['docker cp tea 찻집:/srv', 0],
  ['docker container commit 찻집 tea', 0],
  ['docker exec 찻집 rm /srv/tea', 0],
  ['docker system prune -f', 0],
  ['export TEA=green', 0],
])('%s, which ended with %i, may have changed something', (typed, exitCode) => {
  expect(changesNothing(typed, { exitCode })).toBe(false);
});
