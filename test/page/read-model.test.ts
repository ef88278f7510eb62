import { expect, test } from 'vitest';
import { readModel } from '../../runner/page/read-model.ts';
import { parseChapter } from '../../runner/parser/index.ts';
import { planChapter } from '../../runner/planner/index.ts';

function modelOf(markdown: string, locale: 'en' | 'ko' = 'en') {
  const plan = planChapter(parseChapter(markdown, { id: 'x', path: 'x.md' }));
  const rendering = { chapterHtml: () => '', highlightedHtml: (code: string) => code };
  return readModel(plan, rendering, { engine: 'sandbox:29', pictureOf: () => null, canWrite: true, locale });
}

test('a block is cut at its commands; what is printed between them is only shown', () => {
  const { blocks, steps } = modelOf(
    '# T\n\n```console\n$ docker pull nginx\n$ docker image ls\nREPOSITORY   TAG\nnginx        latest\n\n$ docker run \\\n>   -d nginx\n```\n',
  );
  expect(blocks[0]?.pieces).toEqual([
    { step: 0 },
    { step: 1 },
    { text: 'REPOSITORY   TAG\nnginx        latest' },
    { step: 2 },
  ]);
  expect(steps.map(({ text, prompt }) => [text, prompt])).toEqual([
    ['docker pull nginx', '$'],
    ['docker image ls', '$'],
    ['docker run \\\n  -d nginx', '$'],
  ]);
  expect(steps[1]?.expectedLine).toBe(6);
});

test('a file is one piece, with the name under which it is saved', () => {
  const { blocks, steps } = modelOf(
    '# T\n\nCreate `app/Dockerfile`:\n\n```dockerfile\nFROM nginx\nRUN true\n```\n\n```bash\ndocker build app\n```\n',
  );
  expect(blocks[0]?.pieces).toEqual([{ step: 0 }]);
  expect([steps[0]?.file, steps[0]?.text]).toEqual(['app/Dockerfile', 'FROM nginx\nRUN true\n']);
});

test("no prompt stands before a course's script, which nobody types", () => {
  const scripts = (['background', 'foreground', 'check'] as const).map((role) => ({
    role,
    name: role,
    content: 'true',
  }));
  const chapter = parseChapter('# T\n\n```bash\ndocker ps\n```\n', { id: 'x', path: 'x.md' });
  const page = { scripts, tests: {}, services: [], documents: [], elsewhere: null };
  const rendering = { chapterHtml: () => '', highlightedHtml: (code: string) => code };
  const drawn = { engine: 'sandbox:29', pictureOf: () => null, canWrite: true, locale: 'en' } as const;
  const { steps } = readModel(planChapter(chapter, [], new Map(), page), rendering, drawn);
  expect(steps.map(({ text, prompt }) => `${prompt}${text}`)).toEqual([
    '⚙ foreground',
    '⚙ background',
    '$docker ps',
    '⚙ check',
  ]);
});

test('why a block is read so, and why a step is not typed, is told in the language of the reader', () => {
  const markdown = '# T\n\n```bash\ndocker login -u <your-name>\n```\n\n```bash\ndocker push <your-name>/app\n```\n';
  const [en, ko] = [modelOf(markdown), modelOf(markdown, 'ko')];
  expect(en.steps[0]?.skip).toMatch(/[a-z]/);
  expect(ko.steps[0]?.skip).toMatch(/[가-힣]/);
  expect(ko.blocks[0]?.why[0]).toMatch(/[가-힣]/);
  expect(ko.words['page-run']).toBe('실행');
});

test('a text without a heading of its own is headed by its title', () => {
  const chapter = parseChapter('Tea & cake.\n', { id: 'x', path: 'x.md' });
  const rendering = { chapterHtml: () => '<p>', highlightedHtml: (code: string) => code.replace('&', '&amp;') };
  const drawn = { engine: 'sandbox:29', pictureOf: () => null, canWrite: true, locale: 'en' } as const;
  const htmlOf = (title: string, source = 'Tea & cake.\n') =>
    readModel(planChapter({ ...parseChapter(source, chapter), title }), rendering, drawn).html;
  expect(htmlOf('Pour & drink')).toBe('<h1>Pour &amp; drink</h1><p>');
  expect(htmlOf('')).toBe('<p>');
  expect(htmlOf('Pour', '# Tea\n\nGreen.\n')).toBe('<p>');
});
