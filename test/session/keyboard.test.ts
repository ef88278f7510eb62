import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Keyboard } from '../../runner/session/keyboard.ts';

test('whatever is typed arrives whole and in order, no character cut', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 9000 }), { maxLength: 6 }), (texts) => {
      const pieces: string[] = [];
      const keyboard = new Keyboard((keys) => pieces.push(keys));
      for (const text of texts) keyboard.type(text);
      for (let at = 0; at < pieces.length; at += 1) keyboard.heard(pieces[at]?.length ?? 0);
      keyboard.stop();
      expect(pieces.map((piece) => Buffer.from(piece).toString()).join('')).toBe(texts.join(''));
    }),
  );
});

test('typing is never far ahead of what is shown of it', () => {
  let ahead = 0;
  let farthest = 0;
  const keyboard = new Keyboard(({ length }) => {
    ahead += length;
    farthest = Math.max(farthest, ahead);
  });
  keyboard.type('x'.repeat(65_536));
  for (let shown = 0; shown < 65_536; shown += 100) {
    ahead -= Math.min(100, 65_536 - shown);
    keyboard.heard(100);
  }
  keyboard.stop();
  expect(ahead).toBe(0);
  expect(farthest).toBeLessThan(4096);
});

test('a program that shows nothing gets the rest all the same; what is stopped is dropped', async () => {
  let typed = '';
  const keyboard = new Keyboard((keys) => {
    typed += keys;
  });
  keyboard.type('x'.repeat(1500));
  expect(typed).toHaveLength(1024);
  await expect.poll(() => typed.length).toBe(1500);
  keyboard.type('y'.repeat(1500));
  keyboard.stop();
  keyboard.type('z');
  expect(typed).toBe(['x'.repeat(1500), 'y'.repeat(1024), 'z'].join(''));
});
