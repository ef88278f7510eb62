import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { LineKeyboard, pressOfLine } from '../../runner/terminal/line-keyboard.ts';

test.each([
  ['', 'enter', ''],
  ['n', 'n', ''],
  [' N ', 'n', ''],
  ['ㅂ', 'q', ''],
  ['?', '?', ''],
  ['ls', '', 'ls'],
  ['docker ps', '', 'docker ps'],
  ['\u0003', 'ctrl-c', ''],
])('the line %j is the key %j or the command %j', (line, key, text) => {
  expect(pressOfLine(line)).toEqual({ key, text });
});

test('Ctrl-C is lent only while somebody asks or runs; lines typed ahead are gone', async () => {
  const stdin = new PassThrough();
  let hears: (() => void) | null = null;
  const typed: string[] = [];
  const keyboard = new LineKeyboard({
    stdin: stdin as unknown as NodeJS.ReadStream,
    interrupts: (listener) => {
      hears = listener;
    },
    onTyped: (line) => typed.push(line),
    ask: () => {},
  });
  keyboard.open();
  stdin.write('q\n');
  await new Promise((resolve) => setImmediate(resolve));
  expect(hears).toBeNull();
  const asked = keyboard.next(new AbortController().signal);
  stdin.write('docker ps\n');
  expect(await asked).toEqual({ key: '', text: 'docker ps' });
  expect(hears).toBeNull();
  const passed: string[] = [];
  await keyboard.passing(
    (data) => passed.push(data),
    async () => {
      stdin.write('Mina\n');
      await new Promise((resolve) => setImmediate(resolve));
      (hears as (() => void) | null)?.();
    },
  );
  expect(passed).toEqual(['Mina\r', '\u0003']);
  expect(typed).toEqual(['q', 'docker ps', 'Mina']);
  expect(await keyboard.line('$ ', 'begun', new AbortController().signal)).toBe('begun');
});
