import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Capture } from '../../runner/session/capture.ts';
import { plainText } from '../../runner/session/control.ts';

const size = { columns: 40, rows: 10 };

async function shown(chunks: readonly string[]): Promise<readonly string[]> {
  const capture = new Capture(size);
  for (const chunk of chunks) capture.append(chunk);
  const { lines } = await capture.read();
  capture.dispose();
  return lines;
}

describe('plain output', () => {
  test.each([
    ['a\r\nb\r\r\nc', 'a\nb\nc'],
    ['\x1b[1;31mred\x1b[m\x1b[K', 'red'],
    ['\x1b]0;title\x07text\x1b[?25l', 'text'],
    ['a\tb', 'a       b'],
  ])('%j needs no screen', (text, plain) => {
    expect(plainText(text)).toBe(plain);
  });

  test.each(['a\rb', 'a\bb', '\x1b[A', '\x1b[2K', '\x1b[?1049h', '한\tb', '\x1b[?25;1049h'])(
    '%j needs a screen',
    (text) => {
      expect(plainText(text)).toBeNull();
    },
  );
});

describe('a capture', () => {
  const piece = fc.constantFrom(
    'word',
    ' ',
    '\r\n',
    '\r\r\n',
    '\x1b[32m',
    '\x1b[m',
    '\t',
    '\x1b[K',
    '\0',
    '한글',
    '\x07',
  );

  test('without the screen and with it shows the same', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 60 }), async (parts) => {
        const text = parts.join('');
        // Moving back by nothing asks for a screen and changes nothing.
        const forced = await shown(['\x1b[s\x1b[u', text]);
        const direct = await shown([text]);
        expect(direct.join('\n').trimEnd()).toBe(forced.join('\n').trimEnd());
      }),
    );
  });

  test('does not depend on how the output was cut into chunks', async () => {
    const moving = fc.constantFrom(
      'word',
      '\r\n',
      '\r',
      '\x1b[2K',
      '\x1b[31m',
      '\x1b[A',
      '한글',
      '\x1b]8;;x\x1b\\',
      '\b',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(moving, { maxLength: 40 }), async (parts) => {
        const text = parts.join('');
        expect(await shown([...text])).toEqual(await shown([text]));
      }),
    );
  });

  test('keeps lines that have left the screen, and forgets none of them', async () => {
    const lines = Array.from({ length: 4000 }, (_, index) => `line ${index}`);
    expect((await shown([`x\r${lines.join('\r\n')}`])).slice(0, 4000)).toEqual(lines);
  });
});
