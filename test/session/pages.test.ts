import { describe, expect, test } from 'vitest';
import { Pages } from '../../runner/session/pages.ts';

const rows = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => `row ${from + index}`);

function shown(command: string, ...screens: readonly (readonly string[])[]): readonly string[] {
  const pages = new Pages();
  for (const [index, screen] of screens.entries()) {
    if (index > 0) pages.turn();
    pages.show(screen.join('\n'), command);
  }
  return pages.lines;
}

describe('what a pager has shown', () => {
  test('is its pages without their feet, the overlap of the last one once', () => {
    expect(shown('less log.txt', [...rows(1, 5), 'log.txt'], [...rows(6, 10), ':'], [...rows(8, 12), '(END)'])).toEqual(
      rows(1, 12),
    );
  });

  test('a short text stands at the foot, or at the head with tildes below', () => {
    expect(shown('less', ['', '', 'one', 'two', '(END)'])).toEqual(['one', 'two']);
    expect(shown('less', ['one', '', 'two', '~', '~', '(END)'])).toEqual(['one', '', 'two']);
  });

  test('a page that has not been drawn yet is not shown twice', () => {
    expect(shown('less', [...rows(1, 5), ':'], [...rows(1, 5), ':'])).toEqual(rows(1, 5));
  });

  test('a program that is no pager has no foot', () => {
    expect(shown('top', ['load', 'tasks'])).toEqual(['load', 'tasks']);
  });
});
