import { expect, test } from 'vitest';
import { canonicalImage } from '../../runner/command/index.ts';
import { parseChapter } from '../../runner/parser/index.ts';
import { byFullName, imagesBySection, imagesIn, imagesOf } from '../../runner/pipeline/images.ts';
import { planChapter } from '../../runner/planner/index.ts';

test('an image that is written in several ways is one image, as it was written first', () => {
  const images = ['web/app', 'ubuntu:20.04', 'web/app:latest', 'docker.io/library/ubuntu:20.04', 'web/app:v2'];
  expect([...byFullName(images).values()]).toEqual(['web/app', 'ubuntu:20.04', 'web/app:v2']);
});

test('what a chapter builds under a short name is not to be had from a registry under its long one', () => {
  const commands = [
    'docker build -t notes .',
    'docker run docker.io/library/notes',
    'docker run docker.io/library/redis',
  ];
  const chapter = parseChapter(`\`\`\`bash\n$ ${commands.join('\n$ ')}\n\`\`\`\n`, { id: 'c', path: 'docs/c.md' });
  expect(imagesOf({ before: [], plan: planChapter(chapter) })).toEqual(['docker.io/library/redis']);
});

test.each([
  ['docker build -t tea:base -f base.Dockerfile .', 'tea:base'],
  ['docker image build --tag=shop/base -f base.Dockerfile .', 'shop/base'],
  ['docker build -f base.Dockerfile -t docker.io/library/base:latest .', 'base'],
])('a chapter makes what `%s` makes, though a file that begins with it stands before', (build, name) => {
  const file = (path: string, base: string) => `\`\`\`dockerfile\n# ${path}\nFROM ${base}\nCMD ["true"]\n\`\`\`\n`;
  const source = `Write \`Dockerfile\`:\n\n${file('Dockerfile', name)}\nAnd \`base.Dockerfile\`:\n\n${file('base.Dockerfile', 'alpine')}\n\`\`\`sh\n$ ${build}\n\`\`\`\n`;
  const plan = planChapter(parseChapter(source, { id: 'c', path: 'docs/c.md' }));
  const { made } = imagesIn({ before: [], plan });
  expect([...made]).toEqual([canonicalImage(name)]);
  expect(made.has(canonicalImage('alpine'))).toBe(false);
});

test.each([
  ['English', 'First', 'Then', 'Nothing here', 'At last'],
  ['Korean', '처음', '다음', '읽기만 하는 절', '마지막'],
])('an image belongs to the section that needs it first (%s)', (_language, first, second, none, last) => {
  const source = [
    `# ${first}\n\n\`\`\`sh\n$ docker pull redis:7\n\`\`\`\n`,
    `## ${second}\n\n\`Dockerfile\`:\n\n\`\`\`dockerfile\nFROM node:22-alpine\n\`\`\`\n`,
    `\`\`\`sh\n$ docker build -t notes .\n$ docker run --rm redis:7 true\n\`\`\`\n`,
    `## ${none}\n\n## ${last}\n\n\`\`\`sh\n$ docker run --rm notes\n$ docker run --rm nginx\n\`\`\`\n`,
  ].join('\n');
  const plan = planChapter(parseChapter(source, { id: 'c', path: 'docs/c.md' }));
  const itinerary = { before: [], plan };
  const parts = imagesBySection(itinerary);
  expect(parts).toEqual(
    plan.chapter.sections.map(({ title }) => {
      if (title === first) return ['redis:7'];
      if (title === second) return ['node:22-alpine'];
      return title === last ? ['nginx'] : [];
    }),
  );
  expect(parts.flat()).toEqual(imagesOf(itinerary));
});

test('what the chapters before need, and what is asked for at the top, comes with the first section', () => {
  const chapter = (id: string, source: string) => planChapter(parseChapter(source, { id, path: `docs/${id}.md` }));
  const before = chapter('a', '# A\n\n## Far below\n\n```sh\n$ docker pull postgres:16\n```\n');
  const plan = chapter(
    'b',
    '---\ntutor:\n  images: [mysql:8.0]\n---\n\nRead.\n\n# B\n\n```sh\n$ docker pull redis\n```\n',
  );
  const parts = imagesBySection({ before: [before], plan });
  expect(parts[0]).toEqual(['mysql:8.0', 'postgres:16']);
  expect(parts.slice(1).flat()).toEqual(['redis']);
});
