import { describe, expect, test } from 'vitest';
import { isElision } from '../../runner/core/elision.ts';

describe('a line that stands for lines left out', () => {
  test.each([
    ...['...', '…', '···', ':', '⋮', '. . .', '[...]', '# ...', '/* ... */', '... (12 more lines) ...'],
    ...['<snip>', '--snip--', '-- snip --', '[output truncated]', '(skip)'],
    ...[
      '(생략)',
      '... 중략 ...',
      '---- 중 략 ----',
      '（중략）',
      '(길어서 생략)',
      '(이하 로그 생략)',
      '(以下略)',
      '(途中略)',
    ],
  ])('%s', (line) => {
    expect(isElision(`  ${line} `)).toBe(true);
  });
});

describe('a line of an output that only looks so', () => {
  test.each(['.', '..', '-', '--', '====', ': ok', 'a: b', '- output', '* more', '- removed', 'Removed', '생략 가능'])(
    '%s',
    (line) => {
      expect(isElision(line)).toBe(false);
    },
  );
});
