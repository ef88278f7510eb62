import { expect, test } from 'vitest';
import { TypedEcho } from '../../runner/session/echo.ts';

/** What is shown live of a line, for every way in which its bytes may come in two pieces. */
function shownOf(line: string, bytes: string): string {
  const ways = [...bytes].map((_, cut) => {
    const echo = new TypedEcho(line);
    return echo.without(bytes.slice(0, cut)) + echo.without(bytes.slice(cut));
  });
  expect(new Set(ways).size).toBe(1);
  return ways[0] ?? '';
}

test.each([
  ['a line that fits', 'ls -a', '/diamol # ls -a\r\nfile\r\n', 'file\r\n'],
  [
    'a line that the editor itself breaks at the edge',
    'echo one-two-three-four > file.txt',
    '/ # echo one-two-thre\r\ne-four > file.txt\r\nout\r\n',
    'out\r\n',
  ],
  [
    'drawn anew with colours',
    'cat /etc/hostname',
    '\x1b[6n\x1b[32m$ \x1b[mcat /etc/h\r\nostname\x1b[J\r\nweb\r\n',
    'web\r\n',
  ],
  ['an answer without echo', 'open-sesame', '\r\nwelcome\r\n', 'welcome\r\n'],
  ['another line than was typed', 'SELECT 1;', 'no such line\r\n1\r\n', '1\r\n'],
  ['Korean', 'echo 안녕하세요-여러분-반갑습니다', '# echo 안녕하세요-\r\n여러분-반갑습니다\r\n안녕\r\n', '안녕\r\n'],
])('of %s only what follows it is shown', (_, line, bytes, shown) => {
  expect(shownOf(line, bytes)).toBe(shown);
});

test('what never ends its line is shown in the end', () => {
  const echo = new TypedEcho('progress');
  expect(echo.without('#'.repeat(70_000))).toHaveLength(70_000);
});
