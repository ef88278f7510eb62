import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { readKey } from '../../runner/guide/key.ts';

/** A keyboard on which somebody presses keys. */
function keyboard() {
  let raw = false;
  const setRawMode = (mode: boolean) => {
    raw = mode;
  };
  const stdin = Object.assign(new PassThrough(), { setRawMode }) as unknown as NodeJS.ReadStream & PassThrough;
  return { stdin, isRaw: () => raw };
}

test('a key is read, and the keyboard given back', async () => {
  const { stdin, isRaw } = keyboard();
  const key = readKey(stdin, new AbortController().signal);
  stdin.write('s');
  expect(await key).toBe('s');
  expect(isRaw()).toBe(false);
});

test('nobody is waited for once the run was stopped', async () => {
  const { stdin, isRaw } = keyboard();
  const why = new Error('stopped');
  await expect(readKey(stdin, AbortSignal.abort(why))).rejects.toBe(why);
  const stop = new AbortController();
  const key = readKey(stdin, stop.signal);
  stop.abort(why);
  await expect(key).rejects.toBe(why);
  expect(isRaw()).toBe(false);
});
