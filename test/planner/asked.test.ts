import { expect, test } from 'vitest';
import { wording } from '../../runner/core/message.ts';
import type { Plan } from '../../runner/core/plan.ts';
import { parseChapter } from '../../runner/parser/index.ts';
import { planChapter } from '../../runner/planner/index.ts';

/** The plan of a page of a course with such a check; null for a page without one. */
function planOf(source: string, check: string | null, before: readonly Plan[] = []): Plan {
  const scripts = check === null ? [] : [{ role: 'check', name: 'verify.sh', content: check } as const];
  return planChapter(parseChapter(source, { id: 'ch', path: 'ch.md' }), before, new Map(), {
    ...{ scripts, tests: {}, services: [], documents: [], elsewhere: null },
  });
}

/** What is typed, behind `?` what shows how a task is done. */
function typed({ steps }: Plan): readonly string[] {
  return steps.flatMap((step) =>
    step.type === 'command' && step.script === undefined && step.skip === null
      ? [`${step.solves ? '? ' : ''}${step.text}`]
      : [],
  );
}

const folded = (text: string) => `<details>\n<summary>Hint</summary>\n\n${text}\n\n</details>\n`;

test.each([
  [
    'a container by its name',
    'Start one more container: `docker run -d --name kettle nginx`.\n',
    'docker ps | grep -q kettle',
    'docker run -d --name kettle nginx',
  ],
  [
    '이미지의 이름과 태그',
    `이미지를 받으세요.\n\n${folded('`docker image pull redis:7-alpine` 명령을 사용합니다.')}`,
    'docker images | grep redis | grep 7-alpine || exit 1',
    '? docker image pull redis:7-alpine',
  ],
  [
    'Docker gives the name',
    `コンテナを起動してください。\n\n${folded('`docker container run -d redis` コマンドを使用します。')}`,
    'docker ps | grep redis',
    '? docker container run -d redis',
  ],
  [
    'un volume',
    'Créez-le avec `docker volume create feuilles`.\n',
    'docker volume inspect feuilles',
    'docker volume create feuilles',
  ],
  [
    'a file',
    `Write down what you saw.\n\n${folded('Such as `echo 3 > /root/answer.txt`.')}`,
    '[ "$(cat /root/answer.txt)" = 3 ]',
    '? echo 3 > /root/answer.txt',
  ],
  [
    'what is to be gone',
    `Räume auf.\n\n${folded('`docker container prune -f` entfernt sie.')}`,
    '[ -z "$(docker ps -aq)" ]',
    '? docker container prune -f',
  ],
])('a command in a sentence is typed where the check asks for what it makes: %s', (_what, page, check, command) => {
  const plan = planOf(page, check);
  expect(typed(plan)).toEqual([command]);
  expect(plan.unread.map(({ text }) => text)).not.toContain(command.replace('? ', ''));
  expect(plan.blocks.map(({ reason }) => wording(reason, 'en'))).toEqual(["the page's check asks for what it makes"]);
});

const hint = 'Such as `docker run -d --name kettle nginx`.\n';

test.each([
  ['the page has no check', hint, null],
  ['the check asks for something else', hint, 'docker ps | grep -q teapot'],
  ['a part of a name is not the name', hint, 'docker ps | grep -q kettle-2'],
  ['the reader fills something in', 'Type `docker run -d --name kettle <image>`.\n', 'docker ps | grep kettle'],
  ['a removal outside of a hint', 'With `docker rm -f kettle` it is gone.\n', 'docker ps | grep kettle && exit 1'],
])('it is only told where %s', (_what, page, check) => {
  expect(typed(planOf(page, check))).toEqual([]);
});

test('its place in the source is that of the code, marks and all', () => {
  const { chapter, blocks } = planOf(`Go.\n\n${hint}`, 'docker ps | grep kettle');
  const { range, lines } = blocks[0]?.block ?? {};
  expect(chapter.source.slice(range?.start, range?.end)).toBe('`docker run -d --name kettle nginx`');
  expect(chapter.source.slice(lines?.[0]?.range.start, lines?.[0]?.range.end)).toBe(lines?.[0]?.text);
});

test('what a step makes already is not made in a second way', () => {
  const check = 'docker ps | grep kettle';
  const own = '`docker run -d --name kettle nginx:1`{{exec}}\n';
  expect(typed(planOf(`${hint}\n${own}`, check))).toEqual(['docker run -d --name kettle nginx:1']);
  expect(typed(planOf(hint, check, [planOf(own, null)]))).toEqual([]);
});

test('of several ways the first one is taken', () => {
  const page = `${folded('`docker volume create tea`')}\n${folded('or `docker volume create -d local tea`')}`;
  expect(typed(planOf(page, 'docker volume ls | grep tea'))).toEqual(['? docker volume create tea']);
});

test('a button that is folded away shows how a task is done', () => {
  const page = `Do it.\n\n${folded('`docker volume create tea`{{exec}}')}\n\`docker volume ls\`{{exec}}\n`;
  expect(typed(planOf(page, 'docker volume ls | grep tea'))).toEqual([
    '? docker volume create tea',
    'docker volume ls',
  ]);
});

const compose = (name: string) =>
  `Save this as \`${name}\`.\n\n\`\`\`yaml\nservices:\n  pot:\n    image: nginx\n\`\`\`\n`;

/** Where the files of a page are written. */
function written(page: string, check: string): readonly string[] {
  return planOf(page, check).steps.flatMap((step) => (step.type === 'file' ? [step.path] : []));
}

test.each([
  ['In the folder `/root/shop`.\n\n', '[ -f /root/shop/compose.yaml ] || exit 1', '/root/shop/compose.yaml'],
  ['`~/shop` 폴더에서 합니다.\n\n', 'grep -q pot ~/shop/compose.yaml', '~/shop/compose.yaml'],
  ['`/srv/shop` ディレクトリに作成します。\n\n', 'f="/srv/shop/compose.yaml"\ntest -f "$f"', '/srv/shop/compose.yaml'],
])('a file goes into the folder that the page speaks of and its check looks in: %s', (said, check, path) => {
  expect(written(`${said}${compose('compose.yaml')}`, check)).toEqual([path]);
});

test.each([
  ['the page speaks of no folder', '', 'compose.yaml', 'test -f /root/shop/compose.yaml'],
  ['the check looks for another file', 'In `/root/shop`.\n\n', 'compose.yaml', 'test -f /root/shop/index.html'],
  ['the page names the folder itself', 'In `/root/shop`.\n\n', 'web/compose.yaml', 'test -f /root/shop/compose.yaml'],
])('it stays where the page puts it: %s', (_what, said, name, check) => {
  expect(written(`${said}${compose(name)}`, check)).toEqual([name]);
});
