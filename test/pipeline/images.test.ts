import { expect, test } from 'vitest';
import { canonicalImage } from '../../runner/command/index.ts';
import { parseChapter } from '../../runner/parser/index.ts';
import { byFullName, imagesIn, imagesOf } from '../../runner/pipeline/images.ts';
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
