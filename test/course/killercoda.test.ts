import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { exitStatusOf } from '../../runner/command/index.ts';
import { readConfig } from '../../runner/config/config-file.ts';
import { UserError, wording } from '../../runner/core/message.ts';
import type { Plan } from '../../runner/core/plan.ts';
import { courseAt, coursesIn } from '../../runner/course/index.ts';
import { lint } from '../../runner/lint/lint.ts';
import { findChapters } from '../../runner/pipeline/find-chapters.ts';
import { imagesOf } from '../../runner/pipeline/images.ts';
import { readTour } from '../../runner/pipeline/read-itinerary.ts';
import { layOut } from './lay-out.ts';

const index = (details: object, more: object = {}) => JSON.stringify({ title: 'Boats', details, ...more });
const steps = (...texts: readonly string[]) => ({ steps: texts.map((text) => ({ text })) });

async function planned(files: Readonly<Record<string, string>>) {
  const folder = layOut(files);
  const [first, ...others] = await findChapters(['.'], await readConfig(folder), folder);
  if (first === undefined) throw new Error('no pages');
  return readTour({ files: [first, ...others] }, folder);
}

const typed = ({ steps: all }: Plan | Pick<Plan, 'steps'>) =>
  all.flatMap((step) =>
    step.type === 'command' && step.skip === null && step.script === undefined ? [step.text] : [],
  );

describe('what describes a scenario', () => {
  test('gives pages in order, scripts and titles; a page that is not there is told', async () => {
    const folder = layOut({
      'index.json': index({
        intro: { text: 'intro.md', background: 'bg.sh', foreground: 'fg.sh' },
        steps: [{ title: 'Row', text: 'row/text.md', verify: 'row/verify.sh' }, { text: 'sail.md' }],
        finish: { text: 'end.md' },
      }),
      'intro.md': 'Hello',
      'bg.sh': 'true',
      'fg.sh': 'true',
      'row/text.md': 'Row',
      'row/verify.sh': 'false',
      'end.md': 'End',
    });
    const course = await courseAt(folder);
    expect(course?.sections.map(({ id, title }) => [id, title])).toEqual([
      ['intro', 'Boats'],
      ['step1', 'Row'],
      ['finish', null],
    ]);
    expect(course?.sections.flatMap(({ scripts }) => scripts.map(({ role, name }) => [role, name]))).toEqual([
      ['background', 'bg.sh'],
      ['foreground', 'fg.sh'],
      ['check', 'row/verify.sh'],
    ]);
    expect(course?.problems.map((told) => wording(told, 'en'))).toEqual([
      'The course names sail.md, and there is no such file.',
    ]);
  });

  test('of Katacoda calls its scripts otherwise, and forgives a comma too many', async () => {
    const folder = layOut({
      'index.json':
        '{\n\t"title": "Boats",\n\t"details": {"steps": [{"text": "a.md", "courseData": "b.sh", "code": "f.sh"},]},\n}',
      'a.md': 'A',
      'b.sh': 'true',
      'f.sh': 'true',
    });
    const course = await courseAt(folder);
    expect(course?.sections[0]?.scripts.map(({ role }) => role)).toEqual(['background', 'foreground']);
  });

  test('is told from another index.json, and what is broken in it is said', async () => {
    expect(await courseAt(layOut({ 'index.json': '{"name": "site"}' }))).toBeNull();
    expect(await courseAt(layOut({ 'index.json': '[1, 2' }))).toBeNull();
    const broken = layOut({ 'index.json': '{"title": "Boats", "details": {"steps": "none"}}' });
    await expect(courseAt(broken)).rejects.toThrow(UserError);
  });

  test('places assets by name and by pattern, with their modes', async () => {
    const folder = layOut({
      'index.json': index({
        ...steps('a.md'),
        assets: {
          host01: [
            { file: 'oar.sh', target: '/opt/boat', chmod: '+x' },
            { file: 'deck/**/*.txt', target: '~/boat' },
            { file: 'mast.txt', target: '/opt' },
          ],
          node01: [{ file: 'oar.sh', target: '/opt' }],
        },
      }),
      'a.md': 'A',
      'assets/oar.sh': 'docker run -d alpine:3 sleep 9',
      'assets/deck/low/a.txt': 'a',
      'assets/deck/b.txt': 'b',
      'assets/deck/c.md': 'c',
    });
    const course = await courseAt(folder);
    expect(course?.assets.map(({ to, mode }) => [to, mode])).toEqual([
      ['/opt/boat/oar.sh', '+x'],
      ['~/boat/deck/b.txt', null],
      ['~/boat/deck/low/a.txt', null],
    ]);
    expect(course?.problems.map(({ args }) => args)).toEqual([{ host: 'node01' }, { name: 'assets/mast.txt' }]);
  });
});

describe('pages of scenarios', () => {
  const files = {
    'boats/index.json': index(steps('one.md', 'two.md')),
    'boats/one.md': '`export OAR=left`{{exec}}',
    'boats/two.md': '`echo $OAR`{{exec}}',
    'boats/notes.md': '`never`{{exec}}',
    'trains/index.json': index(steps('one.md')),
    'trains/one.md': '`ls`{{exec}}',
    'README.md': '# Courses\n\n```sh\nnpm start\n```\n',
  };
  const ids = async (folder: string, ...names: string[]) =>
    (await findChapters(names, await readConfig(folder), folder)).map(({ id }) => id);

  test('are found from above, by the name of their scenario, by their own, by their path', async () => {
    const folder = layOut(files);
    expect((await coursesIn(folder)).map(({ id }) => id)).toEqual(['boats', 'trains']);
    expect(await ids(folder)).toEqual(['boats/step1', 'boats/step2', 'trains/step1']);
    expect(await ids(folder, '.')).toEqual(['boats/step1', 'boats/step2', 'trains/step1']);
    expect(await ids(folder, 'boats')).toEqual(['boats/step1', 'boats/step2']);
    expect(await ids(folder, 'trains/step1')).toEqual(['trains/step1']);
    expect(await ids(folder, 'boats/two.md')).toEqual(['boats/step2']);
    expect(await ids(join(folder, 'boats'), 'step2')).toEqual(['boats/step2']);
    await expect(ids(folder, 'step1')).rejects.toThrow(UserError);
  });

  test('build on those before them', async () => {
    const folder = layOut(files);
    const [page] = await findChapters(['boats/step2'], await readConfig(folder), folder);
    if (page === undefined) throw new Error('no page');
    const { itinerary, told } = await readTour({ files: [page] }, folder);
    expect(itinerary.before.map(({ chapter }) => chapter.id)).toEqual(['boats/step1']);
    expect(told.map(({ chapter }) => chapter.id)).toEqual(['boats/step2']);
  });

  test('a folder of chapters stays one', async () => {
    const folder = layOut({ 'docs/ch01.md': '# A', 'index.json': '{"name": "site"}' });
    expect(await ids(folder)).toEqual(['ch01']);
  });
});

describe('the plan of a scenario', () => {
  test('types nothing where it is for another kind of machine', async () => {
    const { itinerary } = await planned({
      'index.json': index(
        { steps: [{ text: 'a.md', verify: 'v.sh' }] },
        { backend: { imageid: 'kubernetes-kubeadm-1node' } },
      ),
      'a.md': '`kubectl get pods`{{exec}}',
      'v.sh': 'kubectl get pod web',
    });
    expect(itinerary.plan.steps.map(({ skip }) => skip?.code)).toEqual(['other-system', 'other-system']);
  });

  test('knows what its scripts make, and the images that they and its assets name', async () => {
    const { itinerary } = await planned({
      'index.json': index({
        intro: { text: 'i.md', background: 'b.sh' },
        ...steps('a.md'),
        assets: {
          host01: [
            { file: 'more.sh', target: '/opt' },
            { file: 'Dockerfile', target: '~/' },
          ],
        },
      }),
      'i.md': 'Hello',
      'b.sh': 'docker run -d --name harbour nginx:1.27',
      'a.md': '`docker logs harbour`{{exec}}',
      'assets/more.sh': 'for one in 1 2; do docker pull redis:7; done',
      'assets/Dockerfile': 'ARG BASE=python:3.12\nFROM $BASE\n',
    });
    expect(typed(itinerary.plan)).toEqual(['docker logs harbour']);
    expect(imagesOf(itinerary)).toEqual(expect.arrayContaining(['nginx:1.27', 'redis:7', 'python:3.12']));
  });

  test.each([
    ['OR', ['docker run --name a alpine:3', 'docker run --name b alpine:3']],
    ['**or**', ['docker ps', 'docker container ls']],
    ['또는', ['docker volume create v', 'docker volume create --name v']],
  ])('types the first of two ways with %s between them', async (word, [first = '', second = '']) => {
    const { itinerary } = await planned({
      'index.json': index(steps('a.md')),
      'a.md': `\`\`\`\n${first}\n\`\`\`{{exec}}\n\n${word}\n\n\`\`\`\n${second}\n\`\`\`{{exec}}\n`,
    });
    expect(typed(itinerary.plan)).toEqual([first]);
  });

  test('types both where a sentence between them begins with that word', async () => {
    const { itinerary } = await planned({
      'index.json': index(steps('a.md')),
      'a.md': '`docker ps`{{exec}}\n\nOr wait for it to end, and then look again:\n\n`docker ps -a`{{exec}}\n',
    });
    expect(typed(itinerary.plan)).toEqual(['docker ps', 'docker ps -a']);
  });

  test.each(['Command', '명령어', 'コマンド'])(
    'does not click on what a transcript above has typed (%s)',
    async (label) => {
      const { itinerary } = await planned({
        'index.json': index(steps('a.md')),
        'a.md': [
          '```bash\n$ docker volume create v\nv\n$ docker volume rm v\nv\n```',
          `> **${label}**: \`docker volume create v\`{{exec}} , \`docker volume rm v\`{{exec}}  \n> You may call a volume by its name, which you have given to it yourself.`,
        ].join('\n\n'),
      });
      expect(typed(itinerary.plan)).toEqual(['docker volume create v', 'docker volume rm v']);
    },
  );

  test('leaves a server of the page before running while this one asks it', async () => {
    const { itinerary } = await planned({
      'index.json': index(steps('a.md', 'b.md')),
      'a.md': '`docker compose up`{{exec}}',
      'b.md': '`curl http://localhost:8000/`{{exec}}',
    });
    const [up] = itinerary.before.flatMap((plan) => plan.steps);
    const [curl] = itinerary.plan.steps;
    expect(up).toMatchObject({ staysOn: true, terminal: 1 });
    expect(curl).toMatchObject({ terminal: 2 });
  });
});

describe('a check', () => {
  test.each([
    ['grep -q a b', true, true],
    ['grep -q a b && echo done', true, true],
    ['if grep -q a b; then echo done; else echo error; fi', true, false],
    ['if grep -q a b; then echo done; else echo error; exit 1; fi', true, true],
    ['set -e\ngrep -q a b\necho done', true, true],
    ['grep -q a b\necho done', true, false],
    ['set -e\n{\n  grep a b\n} >> /tmp/log 2>&1\necho done', true, true],
    ['if [ -f a ]; then\n  exit 1\nelse\n  exit 2\nfi', false, true],
    ['echo no\nexit 1\necho yes', false, true],
    ['fail() { echo "$1"; exit 1; }\n[ -f a ] || fail "no file"\necho done', true, true],
    ['test -f a; exit $?', true, true],
    ['! docker ps | grep web', true, true],
    ['for i in 1 2; do test -f a && exit 0; sleep 1; done; exit 1', true, true],
    ['false', false, true],
    ['', true, false],
  ])('%j', (script, canSucceed, canFail) => {
    expect(exitStatusOf(script)).toEqual({ canSucceed, canFail });
  });

  test('that has no choice is found, with marks that nobody knows and buttons without a command', async () => {
    const { itinerary } = await planned({
      'index.json': index({ steps: [{ text: 'a.md', verify: 'v.sh' }] }),
      'a.md': '`ls`{{exce}} and `pwd`{{exec T2}}, then\n\n```\nservices:\n  web: 1\n```{{exec}}\n',
      'v.sh': 'echo done',
    });
    const surroundings = { hasFile: () => true, isUnversioned: () => false };
    expect(lint(itinerary, surroundings).map(({ rule, message }) => `${rule} ${message.line}`)).toEqual([
      'unknown-mark 1',
      'button-without-command 4',
      expect.stringMatching(/^check-without-choice /),
    ]);
  });

  test('and marks of a chapter that is no course are nobody’s', () => {
    expect(itineraryOfChapter()).toEqual([]);
  });
});

function itineraryOfChapter() {
  const chapter = { steps: [], blocks: [], messages: [], chapter: { source: '`a`{{ b }}', messages: [], blocks: [] } };
  return lint({ before: [], plan: chapter as unknown as Plan }, { hasFile: () => true, isUnversioned: () => false });
}
