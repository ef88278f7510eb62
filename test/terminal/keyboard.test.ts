import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { Keyboard, pressOf } from '../../runner/terminal/keyboard.ts';

/** A keyboard on which somebody presses keys. */
function keyboard() {
  let raw = false;
  const setRawMode = (mode: boolean) => {
    raw = mode;
  };
  const stdin = Object.assign(new PassThrough(), { setRawMode }) as unknown as NodeJS.ReadStream & PassThrough;
  return { stdin, isRaw: () => raw };
}

const never = new AbortController().signal;

test.each([
  ['\r', 'enter', ''],
  ['N', 'n', 'N'],
  ['ㅜ', 'n', 'ㅜ'],
  ['\u001b[A', '', ''],
  ['\u0003', 'ctrl-c', ''],
  ['docker ps\r', '', 'docker ps '],
])('%j is the key %j and writes %j', (data, key, text) => {
  expect(pressOf(data)).toEqual({ key, text });
});

test('what is pressed while nobody asks is gone; the keyboard is given back', async () => {
  const { stdin, isRaw } = keyboard();
  const keys = new Keyboard(stdin, process.stdout);
  keys.open();
  expect(isRaw()).toBe(true);
  stdin.write('s');
  await new Promise((resolve) => setImmediate(resolve));
  const press = keys.next(never);
  stdin.write('x');
  expect(await press).toEqual({ key: 'x', text: 'x' });
  keys.close();
  expect(isRaw()).toBe(false);
});

test('nobody is waited for once the run was stopped, or the keyboard is gone', async () => {
  const { stdin } = keyboard();
  const keys = new Keyboard(stdin, process.stdout);
  keys.open();
  const stop = new AbortController();
  const press = keys.next(stop.signal);
  stop.abort();
  expect(await press).toBeNull();
  const last = keys.next(never);
  stdin.end();
  expect(await last).toBeNull();
  expect(await keys.next(never)).toBeNull();
});
