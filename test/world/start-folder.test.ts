import { expect, test } from 'vitest';
import { parseChapter } from '../../runner/parser/index.ts';
import { planChapter } from '../../runner/planner/index.ts';
import { startFolderName, World } from '../../runner/world/index.ts';

const file = '`compose.yaml`:\n\n```yaml\nservices:\n  web:\n    image: nginx\n  back-end:\n    image: redis\n```\n';

function nameIn(...texts: readonly string[]): string | null {
  const blocks = texts.map((text) => `\`\`\`console\n${text}\n\`\`\`\n`);
  return startFolderName(planChapter(parseChapter([file, ...blocks].join('\n'), { id: 'ch', path: 'ch.md' })));
}

test.each([
  [
    'a network of Compose 2',
    '$ docker compose up -d\n[+] Running 1/1\n ✔ Network tea-shop_default  Created',
    'tea-shop',
  ],
  [
    'a network of Compose 1',
    '$ docker-compose up -d\nCreating network "teashop_default" with the default driver',
    'teashop',
  ],
  [
    '컨테이너',
    '$ docker compose up -d\n$ docker ps\n0c9d8e7f6a5b   nginx   "nginx"   1 second ago   Up 1 second   80/tcp   teashop_web_1',
    'teashop',
  ],
  ['容器的名字', '$ docker compose up -d\n$ docker exec tea-shop-back-end-1 redis-cli ping', 'tea-shop'],
  [
    'more of one than of another',
    '$ docker compose up -d\n$ docker stop shop-web-1 shop-back-end-1\n$ docker start shap-web-1',
    'shop',
  ],
])('%s', (_title, text, name) => {
  expect(nameIn(text)).toBe(name);
});

test.each([
  ['a project that the command names', '$ docker compose -p teashop up -d\n ✔ Network teashop_default  Created'],
  [
    'a folder that the chapter makes',
    '$ mkdir teashop\n$ cd teashop\n$ docker compose up -d\n ✔ Network teashop_default  Created',
  ],
  [
    'a folder that comes with a clone',
    '$ git clone https://example.com/teashop.git\n$ cd teashop\n$ docker compose up -d\n ✔ Network teashop_default  Created',
  ],
  ['a network without Compose', '$ docker network create teashop_default\n$ docker network inspect teashop_default'],
  ['nothing that tells', '$ docker compose up -d\n$ docker compose ps'],
])('%s tells nothing of it', (_title, text) => {
  expect(nameIn(text)).toBeNull();
});

/** The files that the steps of a chapter need, where its blocks are for these terminals. */
function needed(...blocks: readonly (readonly [terminal: number, text: string])[]): readonly string[] {
  const source = blocks.map(([terminal, text]) => `\`\`\`bash {{execute T${terminal}}}\n${text}\n\`\`\`\n`).join('\n');
  const plan = planChapter(parseChapter(source, { id: 'ch', path: 'ch.md' }));
  const world = new World({ before: [], plan });
  return plan.steps.flatMap((step) =>
    world.factsOf(step).needs.flatMap(({ kind, key }) => (kind === 'path' ? [key] : [])),
  );
}

test('another terminal is opened where the reader is, but for one that enters the same folder again', () => {
  expect(needed([1, 'cd tea'], [2, 'cat list'])).toEqual(['path tea', 'path tea/list']);
  expect(needed([1, 'cd tea'], [2, 'cd tea\ncat list'])).toEqual(['path tea', 'path tea', 'path tea/list']);
  expect(needed([1, 'cd tea/pot'], [2, 'cd tea\ncat list'])).toEqual(['path tea/pot', 'path tea', 'path tea/list']);
  expect(needed([1, 'cd tea'], [2, 'cd pot\ncat list'])).toEqual(['path tea', 'path tea/pot', 'path tea/pot/list']);
  // One that is open is where it was left.
  expect(needed([1, 'cd tea'], [2, 'cat list'], [2, 'cd tea'])).toEqual(['path tea', 'path tea/list', 'path tea/tea']);
});
