import { afterEach, beforeEach, expect, test } from 'vitest';
import { openSession, type Session } from '../../runner/session/index.ts';
import { shellHere } from './shell-here.ts';

let here: Awaited<ReturnType<typeof shellHere>>;
let session: Session;
beforeEach(async () => {
  here = await shellHere();
  session = await openSession({
    start: here.start,
    cwd: here.folder,
    secrets: [],
    signal: new AbortController().signal,
  });
});
afterEach(async () => {
  await session.close();
  await here.remove();
});

const [left, backspace] = ['\x1b[D', '\x7f'];

test.each([
  ['letters', [...'docker image pull diamol/ch03-web-ping'], 'docker image pull diamol/ch03-web-ping'],
  ['wide letters', [...'echo 녹차 두 잔'], 'echo 녹차 두 잔'],
  ['a line that was pasted', ['echo "one   two"  '], 'echo "one   two"'],
  ['a letter put in before others', [...'ech x', left, left, 'o'], 'echo x'],
  ['letters taken away again', [...'echo on', backspace, backspace, ...'two'], 'echo two'],
  ['the last letter taken away', [...'echo twoo', backspace], 'echo two'],
  ['nothing', [], ''],
])('what is typed is read with its last letter, however fast it came: %s', async (_, keys, line) => {
  const over = session.handOver({ prompted: true });
  for (const key of keys) over.press(key);
  expect(await over.line()).toBe(line);
  expect(await over.takeBack()).toBe(true);
});

test('what is typed into a program that shows nothing of it is no line', async () => {
  const over = session.handOver({ prompted: true });
  for (const key of [...'read -s WORD', '\r']) over.press(key);
  await expect.poll(() => over.line()).toBe(null);
  for (const key of 'secret') over.press(key);
  expect(await over.line()).toBe(null);
  over.press('\r');
  await expect.poll(() => over.line()).toBe('');
  expect(await over.takeBack()).toBe(true);
});
