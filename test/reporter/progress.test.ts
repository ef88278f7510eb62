import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Locale } from '../../runner/core/message.ts';
import { forTerminal } from '../../runner/core/terminal-text.ts';
import { widthOf } from '../../runner/core/width.ts';
import { showProgress } from '../../runner/reporter/progress.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** The line that stands there when so much is done after so many seconds. */
function lineAfter(seconds: number, done: number, locale: Locale, columns = 80): string {
  let written = '';
  const screen = { columns, write: (text: string) => (written += text) };
  const { progress } = showProgress(screen, { locale, redraws: true });
  const item = { at: 2, count: 4, megabytes: 130 };
  progress({ what: 'node:16-alpine', done: 0, total: 100, item });
  vi.advanceTimersByTime(seconds * 1000);
  progress({ what: 'node:16-alpine', done, total: 100, item });
  return forTerminal(written).split('\r\u001b[K').at(-1) ?? '';
}

test.each([
  ['en', 10, 25, '  2 of 4 · node:16-alpine · 130 MB · 25 % · about 30 s left'],
  ['ko', 10, 25, '  4개 중 2번째 · node:16-alpine · 130 MB · 25 % · 약 30초 남음'],
  ['en', 100, 25, '  2 of 4 · node:16-alpine · 130 MB · 25 % · about 5 min left'],
  ['ko', 100, 25, '  4개 중 2번째 · node:16-alpine · 130 MB · 25 % · 약 5분 남음'],
] as const)(
  'in %s, after %i s and %i %%, which one, what, how large, how far, how long',
  (locale, seconds, done, line) => {
    expect(lineAfter(seconds, done, locale)).toBe(line);
  },
);

test('nothing is said of the rest while nobody can know it', () => {
  expect(lineAfter(2, 50, 'en')).toBe('  2 of 4 · node:16-alpine · 130 MB · 50 %');
  expect(lineAfter(60, 1, 'en')).toBe('  2 of 4 · node:16-alpine · 130 MB · 1 %');
});

test.each(['en', 'ko'] as const)('in %s the line fits a narrow window', (locale) => {
  expect(widthOf(lineAfter(10, 25, locale, 40))).toBeLessThanOrEqual(39);
});
