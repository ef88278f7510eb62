import { expect, test } from 'vitest';
import type { Course } from '../../runner/core/course.ts';
import { parseChapter } from '../../runner/parser/index.ts';
import { planChapter } from '../../runner/planner/index.ts';
import { askedBy } from '../../runner/verdict/index.ts';
import { subject, World } from '../../runner/world/index.ts';

const bare: Course = {
  format: 'killercoda',
  id: 'tea',
  title: 'Tea',
  path: '/tea/index.json',
  sections: [],
  start: 'home',
  files: null,
  assets: [],
  documents: [],
  tests: {},
  services: [],
  values: {},
  elsewhere: null,
  problems: [],
};

/** The world of a page of these commands, each in a block of its own. */
function worldOf(commands: readonly string[], course?: Partial<Course>) {
  const source = commands.map((text) => `\`\`\`bash\n${text}\n\`\`\`\n`).join('\n');
  const plan = planChapter(parseChapter(source, { id: 'ch', path: 'ch.md' }), [], new Map());
  const world = new World({ before: [], plan, ...(course !== undefined && { course: { ...bare, ...course } }) });
  return { world, steps: plan.steps, last: world.factsOf(plan.steps.at(-1) ?? raise()) };
}

function raise(): never {
  throw new Error('no step');
}

test.each([
  ['touch leaves.txt', 'cat ~/leaves.txt'],
  ['touch ~/leaves.txt', 'cat /root/leaves.txt'],
  ['touch /root/leaves.txt', 'cat leaves.txt'],
  ['cd /root\nmkdir pot\ncd pot\ntouch leaves.txt', 'cat ~/pot/leaves.txt'],
  ['mkdir pot\ncd pot\ntouch leaves.txt', 'cat $HOME/pot/leaves.txt'],
])('who begins at home finds it by all its names: %s', (make, read) => {
  const { world, last } = worldOf([make, read], {});
  expect(last.needs.map((one) => world.before(last, one).madeBy?.line ?? null)).not.toContain(null);
});

test.each(['cat ~/leaves.txt', 'cat /root/leaves.txt'])('a folder of its own is not home: %s', (read) => {
  const { world, last } = worldOf(['touch leaves.txt', read], { start: 'workspace' });
  expect(last.needs.map((one) => world.before(last, one).madeBy)).toContain(null);
});

test.each([
  ['mkdir -p pot/lid', 'cd pot'],
  ['mkdir --parents ~/pot/lid/knob', 'cd ~/pot/lid'],
  ['mkdir -pv pot/lid', 'ls pot'],
])('the folders on the way are made, too: %s', (make, into) => {
  const { world, last } = worldOf([make, into]);
  expect(last.needs.map((one) => world.before(last, one).madeBy?.line ?? null)).not.toContain(null);
});

test('without the option they are not', () => {
  const { world, last } = worldOf(['mkdir pot/lid', 'cd pot']);
  expect(last.needs.map((one) => world.before(last, one).madeBy)).toContain(null);
});

const compose = 'services:\n  kettle:\n    image: alpine:3\n    ports: ["8085:80"]\n';

test.each([
  ['compose.yaml', 'docker compose up -d'],
  ['~/shop/docker-compose.yml', 'cd shop\ndocker compose up -d'],
  ['/root/shop/tea.yml', 'docker compose -f shop/tea.yml up -d'],
])('what a compose file of the course starts is known: %s', (path, up) => {
  const { last } = worldOf([up], { documents: [{ path, content: compose }] });
  expect(last.makes).toEqual(expect.arrayContaining([subject('service', 'kettle'), subject('port', '8085')]));
});

test('one in another folder starts nothing here', () => {
  const { last } = worldOf(['docker compose up -d'], { documents: [{ path: 'shop/compose.yaml', content: compose }] });
  expect(last.makes).not.toContainEqual(subject('service', 'kettle'));
});

test.each([
  ['Dockerfile', 'docker build -t tea .'],
  ['~/pot/Dockerfile', 'docker build -t tea pot'],
  ['app/Dockerfile.dev', 'cd app\ndocker build -f Dockerfile.dev -t tea .'],
])('the image that a Dockerfile of the course begins with is met: %s', (path, build) => {
  const { world, last } = worldOf([build], { documents: [{ path, content: 'FROM python:3.12-alpine\n' }] });
  expect(world.imagesMet(last)).toContain('python:3.12-alpine');
});

test('and by what is run from it', () => {
  const documents = [{ path: 'Dockerfile', content: 'FROM python:3.12-alpine\n' }];
  const { world, last } = worldOf(['docker build -t tea .', 'docker run --rm tea apk info'], { documents });
  expect(world.imagesMet(last)).toContain('python:3.12-alpine');
});

/** What a check asks for, of a course that gives its reader these files. */
function askedOf(check: string, ...given: readonly string[]) {
  const page = {
    ...{ scripts: [{ role: 'check', name: 'verify.sh', content: check } as const], tests: {}, services: [] },
    ...{ documents: [], elsewhere: null },
  };
  const plan = planChapter(parseChapter('# Tea\n', { id: 'ch', path: 'ch.md' }), [], new Map(), page);
  const assets = given.map((to) => ({ from: `/tea/assets${to}`, to, mode: null }));
  const world = new World({ before: [], plan, course: { ...bare, assets } });
  const [step] = plan.steps;
  return step?.type === 'command' ? askedBy(step, world.factsOf(step), world).map(({ name }) => name) : raise();
}

test.each([
  ['python3 /opt/check/pot.py web || exit 1', '/opt/check/pot.py'],
  ['bash ~/check.sh', '~/check.sh'],
  ['. /root/check.sh; test -d pot', '~/check.sh'],
])('a check does not ask its reader for what the course has given: %s', (check, given) => {
  expect(askedOf(check, given).filter((name) => name.includes('check'))).toEqual([]);
});

test('it asks for what they have been given otherwise', () => {
  expect(askedOf('test -f ~/pot.txt', '~/lid.txt')).toEqual(['~/pot.txt']);
});
