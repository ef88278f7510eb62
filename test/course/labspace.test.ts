import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readConfig } from '../../runner/config/config-file.ts';
import { wording } from '../../runner/core/message.ts';
import type { Plan } from '../../runner/core/plan.ts';
import { courseAt, courseOf } from '../../runner/course/index.ts';
import { lint } from '../../runner/lint/lint.ts';
import { findChapters } from '../../runner/pipeline/find-chapters.ts';
import { imagesOf } from '../../runner/pipeline/images.ts';
import { readTour } from '../../runner/pipeline/read-itinerary.ts';
import { planJson } from '../../runner/planner/index.ts';
import { layOut } from './lay-out.ts';

const tea = join(import.meta.dirname, '../courses/labspace/tea');

async function read(folder: string, set: Readonly<Record<string, string>> = {}) {
  const [first, ...others] = await findChapters(['.'], await readConfig(folder), folder);
  if (first === undefined) throw new Error('no pages');
  return readTour({ files: [first, ...others] }, folder, set);
}

const typed = ({ steps }: Plan) =>
  steps.flatMap((step) => (step.type === 'command' && step.script === undefined && !step.skip ? [step.text] : []));

describe('labspace.yaml', () => {
  test('names pages, variables and what is left out', async () => {
    const course = await courseAt(tea);
    expect(course?.id).toBe('tea');
    expect(course?.sections.map(({ id, title }) => [id, title])).toEqual([
      ['01-open', 'Open'],
      ['02-brew', 'Brew'],
      ['03-close', 'Close'],
    ]);
    expect(course?.problems.map((told) => wording(told, 'en'))).toEqual([
      expect.stringContaining('oven'),
      expect.stringContaining('tea/workspace-with-kettle'),
      expect.stringContaining('04-cake.md'),
    ]);
    expect(course?.sections[0]?.scripts.map(({ content }) => content)).toEqual([
      expect.stringContaining('water is $WATER'),
      "export OWNER='keeper'\n",
    ]);
  });

  test.each([
    ['in labspace/, beside its pages', 'labspace/labspace.yaml', 'a.md', 'labspace/a.md'],
    ['in .labspace/', '.labspace/labspace.yaml', './a.md', '.labspace/a.md'],
    ['at the root, as older ones', 'labspace.yaml', '.labspace/a.md', '.labspace/a.md'],
  ])('is found %s', async (_where, file, name, page) => {
    const folder = layOut({
      [file]: `sections:\n  - title: A\n    contentPath: ${name}\n`,
      [page]: '# A',
      'x.txt': 'x',
    });
    const course = await courseAt(folder);
    expect(course?.sections.map(({ path }) => path)).toEqual([join(folder, page)]);
    expect(course?.files).toBe(folder);
    expect((await courseOf(join(folder, page)))?.path).toBe(join(folder, file));
  });

  test('cannot name what lies outside', async () => {
    const folder = layOut({ 'labspace.yaml': 'sections:\n  - contentPath: ../secret.md\n', 'a.md': '# A' });
    await expect(courseAt(folder)).rejects.toThrow('leads out');
  });
});

describe('a page of a Labspace', () => {
  test('shows what its conditions let it show', async () => {
    const green = await read(tea);
    expect(typed(green.told[1] as Plan)).not.toContain('echo milk > milk.txt');
    // It is listed, with the reason, and is no step: nothing hangs on it.
    const listed = planJson(green.told[1] as Plan).blocks.flatMap(({ commands }) => commands);
    expect(listed).toContainEqual(
      expect.objectContaining({ text: 'echo milk > milk.txt', skip: expect.stringContaining('does not see') }),
    );
    expect(green.told[1]?.steps.map(({ skip }) => skip?.code)).not.toContain('condition');
    const black = await read(tea, { tea: 'black' });
    expect(typed(black.told[1] as Plan)).toContain('echo milk > milk.txt');
    expect(typed(black.told[1] as Plan).join()).not.toContain('Write-Host');
  });

  test('knows the images of its own files, with the course’s variables', async () => {
    expect(imagesOf((await read(tea)).itinerary)).toContain('busybox:1.36');
  });

  test.each([
    ['FROM $BASE', '--build-arg BASE=python:3.11'],
    ['FROM ${BASE}', '--build-arg=BASE=python:3.11'],
    ['FROM $BASE AS one\nFROM one', '--build-arg OTHER=redis:7 --build-arg BASE=python:3.11'],
  ])('knows the image that a build gives for %j', async (from, argument) => {
    const folder = layOut({
      'labspace.yaml': 'sections:\n  - contentPath: a.md\n',
      'a.md': `\`\`\`bash\ndocker build ${argument} -t app .\n\`\`\`\n`,
      'project/Dockerfile': `ARG BASE=python:3.12\n${from}\n`,
      'project/compose.yaml': 'services:\n  db:\n    image: postgres:17\n  app:\n    image: mine\n    build: .\n',
    });
    const images = imagesOf((await read(folder)).itinerary);
    expect(images).toEqual(expect.arrayContaining(['python:3.11', 'postgres:17']));
    expect(images).not.toContain('mine');
  });

  test.each(['Right now it reads:', '지금은 이렇게 되어 있습니다.', 'いまはこうなっています。'])(
    'does not write a file that has no button (%s)',
    async (sentence) => {
      const folder = layOut({
        'labspace.yaml': 'sections:\n  - contentPath: a.md\n',
        'a.md': [
          `Open :fileLink[Dockerfile]{path="Dockerfile"}. ${sentence}`,
          '```dockerfile no-run-button\nCOPY . .\nRUN make\n```',
          '```dockerfile save-as=Dockerfile.two\nFROM busybox:1.36\n```',
          '```bash\ndocker build -t app .\n```',
        ].join('\n\n'),
      });
      const { steps } = (await read(folder)).itinerary.plan;
      expect(steps.flatMap((step) => (step.type === 'file' ? [step.path] : []))).toEqual(['Dockerfile.two']);
    },
  );

  test.each([
    ['docker run -d -p 3000:80 nginx:1', ['http://localhost:3000']],
    ['docker run -d --publish 127.0.0.1:3000:80 nginx:1', ['http://localhost:3000']],
    ['docker compose up -d', ['http://localhost:8081/admin']],
    // In the foreground it is ended before anybody asks; and nothing of the page starts these.
    ['docker run --rm -p 3000:80 nginx:1', []],
    ['docker run -d -p 3001:80 nginx:1', []],
  ])('asks its services once they were started: %s', async (command, asked) => {
    const folder = layOut({
      'labspace.yaml':
        'sections:\n  - contentPath: a.md\nservices:\n  - url: http://localhost:3000\n  - url: http://localhost:8081/admin\n  - url: http://git.example.com\n',
      'a.md': `\`\`\`bash\n${command}\n\`\`\`\n\n\`\`\`bash\ndocker ps\n\`\`\`\n`,
      'project/compose.yaml': 'services:\n  db:\n    image: adminer:5\n    ports:\n      - 8081:8080\n',
    });
    const { steps } = (await read(folder)).itinerary.plan;
    const texts = steps.map((step) => (step.type === 'command' ? (step.script?.name ?? step.text) : step.path));
    expect(texts).toEqual([command, ...asked, 'docker ps']);
  });

  test('asks for each variable, or lint tells', async () => {
    const folder = layOut({
      'labspace.yaml': 'sections:\n  - contentPath: a.md\n',
      'a.md': '```bash\ndocker pull $$who$$/$$what$$\n```\n\n::variableDefinition[what]{prompt="What?"}\n',
    });
    const surroundings = { hasFile: () => true, isUnversioned: () => true };
    const found = lint((await read(folder)).itinerary, surroundings).filter(({ rule }) => rule.startsWith('variable'));
    expect(found.map(({ message }) => message.args.name)).toEqual(['who']);
  });
});
