import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Itinerary } from '../../runner/core/plan.ts';
import { parseChapter } from '../../runner/parser/index.ts';
import { hangsOn } from '../../runner/pipeline/hangs-on.ts';
import { planChapter } from '../../runner/planner/index.ts';

const root = '/book';
const around = { config: { root, snapshots: join(root, 'snapshots') }, assets: null, cwd: root };

function planOf(path: string, commands: readonly string[], settings = '') {
  const front = settings === '' ? '' : `---\ntutor:\n  ${settings}\n---\n\n`;
  const text = `${front}# 장\n\n\`\`\`console\n${commands.map((command) => `$ ${command}\n`).join('')}\`\`\`\n`;
  return planChapter(parseChapter(text, { id: 'ch02', path }));
}

const chapter = (commands: readonly string[], settings = ''): Itinerary => ({
  before: [planOf('docs/ch01-첫걸음.md', ['echo 1'])],
  plan: planOf('docs/ch02.md', commands, settings),
});

test.each<[string, Itinerary]>([
  ['docs/ch02.md', chapter(['ls'])],
  ['docs/ch01-첫걸음.md', chapter(['ls'])],
  ['tutor.yml', chapter(['ls'])],
  ['tutor.yaml', chapter(['ls'])],
  ['snapshots/ch02/28.md', chapter(['ls'])],
  ['docs/labs/web/Dockerfile', chapter(['docker build -t web ./labs/web'])],
  ['docs/labs/web/app.py', chapter(['docker build -t web labs/web/'])],
  ['docs/labs/web/app.py', chapter(['cd labs/web && cat app.py'])],
  ['docs/차림표.csv', chapter(['wc -l < 차림표.csv'])],
  ['docs/compose.prod.yaml', chapter(['docker compose -f compose.prod.yaml up -d'])],
  ['data/a.csv', chapter(['head -n 1 ../data/a.csv'])],
  ['docs/compose.yaml', chapter(['docker compose up -d'])],
  ['docs/docker-compose.yml', chapter(['docker-compose up -d'])],
  ['docs/.env', chapter(['docker compose config'])],
  ['docs/given/deep/x.txt', chapter(['ls'], 'assets: given')],
  ['docs/app.js', chapter(['docker build -t app .'])],
])('it hangs on %s', (file, itinerary) => {
  expect(hangsOn(itinerary, join(root, file), around)).toBe(true);
});

test.each<[string, Itinerary]>([
  ['docs/ch03.md', chapter(['docker build -t app .'])],
  ['README.md', chapter(['ls'])],
  ['docs/compose.yaml', chapter(['docker image ls'])],
  ['docs/compose.yaml', chapter(['docker compose -f compose.prod.yaml up'])],
  ['docs/labs/web/Dockerfile', chapter(['docker build -t web ./labs/website'])],
  ['docs/app.js', chapter(['echo application.js'])],
  ['src/app.js', chapter(['docker build -t app .'])],
  ['snapshots/ch03/28.md', chapter(['ls'])],
  ['docs/given.txt', chapter(['ls'], 'assets: given')],
  ['data/b.csv', chapter(['head -n 1 ../data/a.csv'])],
])('it does not hang on %s', (file, itinerary) => {
  expect(hangsOn(itinerary, join(root, file), around)).toBe(false);
});
