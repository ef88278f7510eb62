import { expect, test } from 'vitest';
import { Rhythm } from '../../runner/session/rhythm.ts';

/** Looks every second at what a program has printed by then; the second at which it was found to go on, or null. */
function seconds(lineAt: (second: number) => string, holds: (text: string) => boolean = () => false): number | null {
  const rhythm = new Rhythm();
  let text = '';
  for (let second = 1; second <= 60; second += 1) {
    text += `${lineAt(second)}\n`;
    if (rhythm.goesOn(text, holds(text), second * 1000)) return second;
  }
  return null;
}

test('a program that prints the same line with other numbers is ended after a while', () => {
  expect(seconds((second) => `request ${second}: status 200, ${second * 17} ms`)).toBeLessThanOrEqual(15);
});

test('two lines in turn are the same, too', () => {
  expect(seconds((second) => (second % 2 ? `ping ${second}` : `pong ${second}`))).toBeLessThanOrEqual(15);
});

test('a build that goes through its work is left alone', () => {
  expect(seconds((second) => `compiling module ${String.fromCharCode(97 + (second % 26)).repeat(second)}`)).toBeNull();
});

test('what the chapter promises ends it sooner, but not at once: more may come', () => {
  expect(
    seconds(
      (second) => `tick ${'ab'.repeat(second)}`,
      (text) => text.split('\n').length > 2,
    ),
  ).toBe(5);
});
