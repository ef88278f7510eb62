import { expect, test } from 'vitest';
import { readConfig } from '../../runner/config/config-file.ts';
import { hasFileOfCourse } from '../../runner/lint/course-files.ts';
import { lint } from '../../runner/lint/lint.ts';
import { findChapters } from '../../runner/pipeline/find-chapters.ts';
import { readTour } from '../../runner/pipeline/read-itinerary.ts';
import { layOut } from './lay-out.ts';

async function found(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const folder = layOut(files);
  const [first, ...others] = await findChapters(['.'], await readConfig(folder), folder);
  if (first === undefined) throw new Error('no pages');
  const { itinerary } = await readTour({ files: [first, ...others] }, folder);
  const hasFile = (path: string) => hasFileOfCourse(itinerary.course, path);
  return lint(itinerary, { hasFile, isUnversioned: () => false }).map(({ rule, message }) => `${rule} ${message.line}`);
}

const labspace = (page: string, more: Readonly<Record<string, string>> = {}) =>
  found({
    'labspace/labspace.yaml': 'sections:\n  - contentPath: a.md\n',
    'labspace/a.md': page,
    'project/menu/tea.txt': 'green',
    ...more,
  });

const link = (path: string) => `Look at :fileLink[it]{path="${path}"}.\n`;

test.each([
  ['a file that the reader has', link('menu/tea.txt')],
  ['a folder', link('menu')],
  ['one that is saved above', `\`\`\`text save-as=cake.txt\nround\n\`\`\`\n\n${link('cake.txt')}`],
  ['one that a command writes', `\`\`\`bash\necho 1 > cups.txt\n\`\`\`\n\n${link('cups.txt')}`],
  ['one of a folder that a program fills', `\`\`\`bash\nmkdir out\n./bake.sh out\n\`\`\`\n\n${link('out/cake.txt')}`],
  [
    'one that comes with a clone',
    `\`\`\`bash\ngit clone https://example.com/pot.git\n\`\`\`\n\n${link('pot/lid.txt')}`,
  ],
])('a link to %s leads somewhere', async (_what, page) => {
  expect(await labspace(page)).toEqual([]);
});

test.each([
  ['one that nobody makes', link('menu/coffee.txt'), 1],
  ['one that is saved only below', `${link('cake.txt')}\n\`\`\`text save-as=cake.txt\nround\n\`\`\`\n`, 1],
  ['one with a slip', `\`\`\`text save-as=cakes.txt\nround\n\`\`\`\n\n${link('cake.txt')}`, 5],
])('a link to %s is found', async (_what, page, line) => {
  expect(await labspace(page)).toEqual([`link-without-file ${line}`]);
});

test('what a script prepares, nobody can tell', async () => {
  const set =
    'services:\n  configurator:\n    configs:\n      - source: s\n        target: /init-scripts/s.sh\nconfigs:\n  s:\n    content: ./make.sh\n';
  expect(await labspace(link('made.txt'), { 'compose.override.yaml': set })).toEqual([]);
});

test('the files that a course gives are there to be copied, and a check makes nothing necessary', async () => {
  const build =
    '```dockerfile save-as=Dockerfile\nFROM busybox:1.36\nCOPY menu/tea.txt /\n```\n\n```bash\ndocker build -t tea:1 .\n```\n';
  expect(await labspace(build)).toEqual([]);
  expect(await labspace(build.replace('tea.txt', 'milk.txt'))).toEqual(['missing-source 7']);
  const scenario = (page: string) =>
    found({
      'index.json': JSON.stringify({
        title: 'Tea',
        details: {
          steps: [{ text: 'a.md', background: 'watch.sh', verify: 'v.sh' }],
          assets: { host01: [{ file: 'pot/**', target: '~/' }] },
        },
      }),
      'assets/pot/lid.txt': 'round',
      'a.md': page,
      'watch.sh': 'until docker inspect kettle; do sleep 1; done',
      'v.sh': 'docker inspect kettle || exit 1',
    });
  expect(await scenario('Make a container called `kettle`.\n')).toEqual([]);
  expect(await scenario('```bash\ndocker stop kettle\n```{{exec}}\n')).toEqual(['name-before-made 2']);
  const copies = (name: string) =>
    `\`Dockerfile\`:\n\n\`\`\`dockerfile\nFROM busybox:1.36\nCOPY pot/${name} /\n\`\`\`\n\n\`\`\`bash\ndocker build -t lid:1 .\n\`\`\`{{exec}}\n`;
  expect(await scenario(copies('lid.txt'))).toEqual([]);
  expect(await scenario(copies('top.txt'))).toEqual([expect.stringContaining('missing-source')]);
});

test.each([
  ['a pattern that fits one', 'menu/*.txt', []],
  ['a name with a sign left open', 'menu/te?.txt', []],
  ['a pattern that fits none', 'menu/*.md', ['missing-source 7']],
])('a build copies %s of the files of a course', async (_what, source, told) => {
  const build = `\`\`\`dockerfile save-as=Dockerfile\nFROM busybox:1.36\nCOPY ${source} /\n\`\`\`\n\n\`\`\`bash\ndocker build -t tea:1 .\n\`\`\`\n`;
  expect(await labspace(build)).toEqual(told);
});
