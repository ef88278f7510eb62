import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseShell } from '../../runner/command/index.ts';

/** Texts with what bash itself waits for; null where it runs them at once. */
const texts: readonly (readonly [string, string | null])[] = [
  ['docker ps', null],
  ['docker run \\\n  -p 80:80 nginx', null],
  ['cat <<EOF\nhello\nEOF', null],
  ['for i in 1 2; do echo $i; done', null],
  ['[ -f x ] && docker ps || echo no', null],
  ['echo a \\\\', null],
  ['echo hi # a comment that ends in \\', null],
  ['docker run "a\nb"', null],
  ['echo $(docker ps -q)', null],
  ['echo "open', 'quote'],
  ["echo 'open", 'quote'],
  ['for i in 1 2; do', 'compound'],
  ['if true; then echo x', 'compound'],
  ['while true', 'compound'],
  ['case x in', 'compound'],
  ['f() {', 'compound'],
  ['(cd /tmp', 'compound'],
  ['docker ps |', 'operator'],
  ['docker ps &&', 'operator'],
  ['docker ps ||\n', 'operator'],
  ['echo $(docker ps', 'substitution'],
];

describe('whether a command is complete', () => {
  test.each(texts)('%j waits for %s', (text, open) => {
    expect(parseShell(text).incomplete).toBe(open);
  });

  test.each(texts)('bash says the same of %j', (text, open) => {
    const { status, stderr } = spawnSync('bash', ['-n'], {
      input: text,
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'C' },
    });
    expect(status !== 0 && /unexpected (?:EOF|end of file)/.test(stderr)).toBe(open !== null);
  });

  // bash -n takes the end of its input for the next line in these two; an interactive one asks for more.
  test.each([
    ['docker run \\', 'backslash'],
    ['cat <<EOF > f\nhello', 'heredoc'],
  ])('%j waits for %s', (text, open) => {
    expect(parseShell(text).incomplete).toBe(open);
  });

  test.each(['docker rm <id>', 'echo a;; b', 'docker ps)', 'docker run (옵션) 이미지'])(
    '%j is wrong, and more lines would not help',
    (text) => {
      const script = parseShell(text);
      expect(script).toMatchObject({ valid: false, incomplete: null });
      expect(script.errors).not.toEqual([]);
    },
  );
});

describe('what a command consists of', () => {
  const words = (text: string): readonly (readonly string[])[] =>
    parseShell(text).commands.map((command) => command.words.map(({ value }) => value));

  test('words lose their quotes', () => {
    expect(words(`docker run --name 'my web' -e A="b c" ng"in"x`)).toEqual([
      ['docker', 'run', '--name', 'my web', '-e', 'A=b c', 'nginx'],
    ]);
  });

  test('commands in substitutions, loops and pipes are found', () => {
    expect(words('for i in 1 2; do docker rm $(docker ps -q | head -1); done')).toEqual([
      ['docker', 'rm', '$(docker ps -q | head -1)'],
      ['docker', 'ps', '-q'],
      ['head', '-1'],
    ]);
  });

  test('places in pipes, lists and the background are told', () => {
    const [first, second, third] = parseShell('a | b && c &').commands;
    expect(first).toMatchObject({ stage: 0, stages: 2, background: true, after: null });
    expect(second).toMatchObject({ stage: 1, stages: 2 });
    expect(third).toMatchObject({ stage: 0, stages: 1, after: '&&', background: true });
    expect(first?.pipeline).toBe(second?.pipeline);
    expect(third?.pipeline).not.toBe(first?.pipeline);
  });

  test('a heredoc is part of its command, with its text', () => {
    const text = 'cat <<EOF > page.html\n<h1>hi</h1>\nEOF\nls';
    const { lists, commands } = parseShell(text);
    expect(lists.map(({ start, end }) => text.slice(start, end))).toEqual([
      'cat <<EOF > page.html\n<h1>hi</h1>\nEOF',
      'ls',
    ]);
    expect(commands[0]?.redirects).toMatchObject([
      { operator: '<<', target: 'EOF', body: '<h1>hi</h1>\n' },
      { operator: '>', target: 'page.html' },
    ]);
  });
});

test('any text is read without an error, and its words stand where they are said to', () => {
  const piece = fc.constantFrom(
    'docker',
    ' ',
    'run',
    '"',
    "'",
    '$(',
    ')',
    '`',
    '|',
    '&&',
    ';',
    '\n',
    '<<EOF',
    'EOF',
    '<',
    '>',
    '\\',
    '#',
    '${x',
    '}',
    '{',
    '한글',
    'do',
    'for',
    'if',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(piece, { maxLength: 25 }).map((parts) => parts.join('')),
      ),
      (text) => {
        const script = parseShell(text);
        expect(script.valid).toBe(script.incomplete === null && script.errors.length === 0);
        for (const command of script.commands) {
          for (const word of command.words) expect(text.slice(word.start, word.end)).toBe(word.text);
        }
      },
    ),
    { numRuns: 500 },
  );
});
