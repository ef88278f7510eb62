import { describe, expect, test } from 'vitest';
import type { Canon } from '../../runner/matcher/canons/canon.ts';
import { words } from '../../runner/matcher/canons/index.ts';
import { readCommand } from '../../runner/matcher/facts.ts';
import { canons as all, matchOutput } from '../../runner/matcher/index.ts';
import { type Examples, readExamples } from './examples.ts';

/** What `--loose` has to name for its canon to be asked. */
const loosely = words.map(({ name }) => name);

interface Read extends Omit<Canon, 'examples'> {
  readonly examples: Examples & Case;
}

const canons = all.map((canon): Read => {
  const loose = loosely.filter((name) => name === canon.name);
  return { ...canon, examples: { ...readExamples(canon.examples), loose } };
});

interface Case {
  readonly command?: string;
  readonly loose?: readonly string[];
}

function match({ command = 'show', loose = [] }: Case, expected: string, actual: string) {
  return matchOutput({ command, expected: [expected], actual, bindings: {}, options: { loose } });
}

describe.each(canons.map((canon) => [canon.name, canon] as const))('%s', (name, { examples }) => {
  test.each(examples.same)('lets pass: %s | %s', (expected, actual) => {
    expect(match(examples, expected, actual)).toMatchObject({ verdict: 'tolerated' });
    expect(match(examples, expected, actual).tolerances.map((use) => use.name)).toContain(name);
  });

  test.each(examples.different)('does not let pass: %s | %s', (expected, actual) => {
    expect(match(examples, expected, actual).verdict).toBe('mismatch');
  });
});

/** What can be done to any line. */
const frames: Readonly<Record<string, (line: string) => string>> = {
  'escape-code': (line) => `\u001b[32m${line}\u001b[0m`,
  gloss: (line) => `${line}   # as it should be`,
  interrupt: (line) => `^C${line}`,
};

type Lines = readonly [expected: string, actual: string];

/** The lines of two canons as one on each side. */
function together(one: Read, other: Read, kind: 'same' | 'different'): readonly Lines[] {
  const frame = frames[one.name];
  if (frame !== undefined) return other.examples[kind].map(([mine, real]): Lines => [frame(mine), real]);
  return one.examples.same.flatMap(([mine, real]) =>
    other.examples[kind].flatMap(([next, actual]): readonly Lines[] => [
      [`${mine} ${next}`, `${real} ${actual}`],
      [`${next} ${mine}`, `${actual} ${real}`],
    ]),
  );
}

function settingOf(one: Read, other: Read) {
  return {
    command: [one, other].flatMap(({ examples }) => examples.command ?? []).join(' ; ') || 'show',
    loose: [one, other].flatMap(({ examples }) => examples.loose ?? []),
  };
}

/** Whether each still reads a line when the other has: many wordings are of whole lines, or take away what follows. */
function bothRead(one: Read, other: Read, lines: Lines): boolean {
  const place = readCommand(settingOf(one, other).command);
  const readsAfter = (canon: Read, before: Read) =>
    lines.some((line) => canon.read(before.read(line, place), place) !== before.read(line, place));
  return readsAfter(one, other) && readsAfter(other, one);
}

const pairs = canons.flatMap((one) => canons.filter((other) => other !== one).map((other) => [one, other] as const));

describe('two canons compose', () => {
  const composing = pairs.filter(([one, other]) =>
    together(one, other, 'same').some((lines) => bothRead(one, other, lines)),
  );

  test('where their lines can be one', () => {
    expect(composing.length).toBeGreaterThan(200);
  });

  test.each(composing.map(([one, other]) => [one.name, other.name, one, other] as const))(
    '%s and %s',
    (_, __, one, other) => {
      const setting = settingOf(one, other);
      const uses = together(one, other, 'same')
        .filter((lines) => bothRead(one, other, lines))
        .map((lines) => match(setting, ...lines).tolerances.map(({ name }) => name));
      expect(uses).toContainEqual(expect.arrayContaining([one.name, other.name]));
      for (const lines of together(one, other, 'different'))
        expect(`${lines.join(' | ')}: ${match(setting, ...lines).verdict}`).toBe(`${lines.join(' | ')}: mismatch`);
    },
  );
});

test.each([
  [
    'docker rm web',
    'Error: No such container: web   # as expected',
    'Error response from daemon: No such container: web',
    'Error response from daemon: No such container: web2',
  ],
  [
    'docker rm web',
    'Error: No such cont...',
    'Error response from daemon: No such container: web',
    'Error: No such image: web',
  ],
  [
    'docker rm web',
    'Error: No such container: w...   # gone',
    'Error response from daemon: No such container: web',
    'Error: No such container: app',
  ],
  ['docker inspect -f "{{.State.Pid}}" web', '4321   # its process', '77', 'none'],
  [
    'docker compose pull',
    'WARNING: docker.io/library/nginx is old',
    'WARN[0000] nginx is old',
    'WARN[0000] httpd is old',
  ],
  [
    'docker compose logs',
    '\u001b[36mshop_web_1 is up\u001b[0m  ← &lt;here&gt;',
    'shop-web-1 is up',
    'shop-web-2 is up',
  ],
])('a line is read in several ways at once: %s | %s | %s', (command, expected, actual, other) => {
  expect(match({ command }, expected, actual).verdict).toBe('tolerated');
  expect(match({ command }, expected, other).verdict).toBe('mismatch');
});

test('letters that do not count, written for HTML', () => {
  const setting = { loose: ['case'] };
  expect(match(setting, 'Image &lt;none&gt; IS gone', 'image <none> is gone').verdict).toBe('tolerated');
  expect(match(setting, 'Image &lt;none&gt; IS gone', 'image <none> is back').verdict).toBe('mismatch');
});

test('what a page writes itself is no escape of the author', () => {
  expect(match({ command: 'curl localhost' }, '<b>a &amp; b</b>', '<b>a &amp; b</b>').verdict).toBe('exact');
  expect(match({ command: 'curl localhost' }, 'a &amp; b', 'a &amp;amp; b').verdict).toBe('mismatch');
});

test('a value is data: no remark stands in it, no program words it', () => {
  const curl = { command: 'curl localhost' };
  const json = (text: string) => JSON.stringify({ text });
  expect(match(curl, json('a # b'), json('a')).verdict).toBe('mismatch');
  expect(match(curl, json('-----'), json('-------')).verdict).toBe('mismatch');
  expect(match(curl, json('a ... b'), json('a and b')).verdict).toBe('tolerated');
  expect(match({ command: 'docker rm web' }, '-----', '-------').verdict).toBe('tolerated');
});

test("an account in a row is the reader's own", () => {
  const row = (name: string) => [
    'REPOSITORY   TAG   IMAGE ID       CREATED   SIZE',
    `${name}   1.0   5e4f3a2b1c0d   1 hour ago   9MB`,
  ];
  const images = (expected: string, actual: string) =>
    matchOutput({ command: 'docker images', expected: row(expected), actual: row(actual).join('\n'), bindings: {} })
      .verdict;
  expect(images('<docker id>/app', 'alice/app')).toBe('tolerated');
  expect(images('<docker id>/app', 'alice/web')).toBe('mismatch');
  expect(images('<none>', 'alice/app')).toBe('mismatch');
});
