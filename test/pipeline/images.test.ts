import { expect, test } from 'vitest';
import { parseChapter } from '../../runner/parser/index.ts';
import { byFullName, imagesOf } from '../../runner/pipeline/images.ts';
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
