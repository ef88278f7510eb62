import { remark } from 'remark';
import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import remarkTutor from '../../runner/remark/remark-tutor.ts';

const chapter = `# 컨테이너

\`\`\`bash
docker container logs web
docker container run -d --name web nginx:1.27
\`\`\`
`;

test('remark reports what tutor lint finds, at its place, and leaves the document alone', async () => {
  const file = await remark()
    .use(remarkTutor, { locale: 'ko' })
    .process(new VFile({ value: chapter, path: 'ch05.md' }));
  expect(String(file)).toBe(chapter);
  expect(file.messages.map(({ line, source, ruleId, reason }) => ({ line, source, ruleId, reason }))).toEqual([
    {
      line: 4,
      source: 'tutor',
      ruleId: 'name-before-made',
      reason: 'container "web"을 만들기 전에 사용합니다(5번째 줄에서 만듭니다).',
    },
  ]);
});
