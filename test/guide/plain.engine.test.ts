import { afterEach, expect, test } from 'vitest';
import { LearnerWindow, later, type WindowOptions } from './window.ts';

const windows: LearnerWindow[] = [];

function open(chapter: string, options: WindowOptions): LearnerWindow {
  const window = new LearnerWindow(chapter, options);
  windows.push(window);
  return window;
}

afterEach(async () => {
  await Promise.all(windows.splice(0).map((window) => window.close()));
});

/** A line begins at its left edge and ends at its right one; nothing moves, paints or asks the terminal. */
const drawn = /\x1b|\r(?!\r*\n)|[\x00-\x06\x0b\x0c\x0e-\x1f]|[✓✗✎│┌─]/;

const bar = "for i in 1 2 3 4 5 6; do printf '\\r%s0 %%' $i; sleep 0.1; done; echo; echo whole";
const chapter = `# By lines

| Word | Meaning |
|------|---------|
| two  | 둘      |

\`\`\`sh
$ ${bar}
60 %
whole
\`\`\`

<!-- tutor: file=poem.txt -->
\`\`\`text
roses
\`\`\`

\`\`\`sh
$ read -p "Your name: " name; echo "Hello $name"
\`\`\`

\`\`\`sh
$ sleep 300; echo over
\`\`\`

\`\`\`sh
$ cat
\`\`\`

\`\`\`sh
$ echo $name-$word
Mina-kept
\`\`\`
`;

test('a terminal that only shows lines: words for signs, lines as input, Ctrl-C and Ctrl-D for the command', async () => {
  const window = open(chapter, { env: { TERM: 'dumb' } });
  await window.ready();
  expect(window.text).toContain('Word: two\nMeaning: 둘');
  expect(window.text).toContain('By lines · step 1 of 6');
  await window.press('\r');
  await window.until(/^60 %\nwhole\n +passed/m);
  // The bar is not told at each of its steps.
  expect(window.text.match(/^\d0 %$/gm)?.length).toBeLessThan(4);
  await window.until('The file poem.txt:\n    roses');
  await window.ready();
  await window.type('n\r');
  await window.until('Skipped by you.');
  await window.until('step 3 of 6');
  await window.ready();
  await window.type('echo aside\r');
  await window.until(/^aside\n/m);
  await window.ready();
  await window.press('\r');
  await window.until(/^Your name:$/m);
  await later(1500);
  await window.type('Mina\r');
  await window.until(/^Your name: ?Mina\nHello Mina\n/m);
  await window.until('step 4 of 6');
  await window.ready();
  await window.type('!\r');
  await window.until('! comes back');
  await window.type('word=kept; echo in-the-shell\r');
  await window.until(/^in-the-shell$/m);
  await window.type('!\r');
  await window.until('Back in the chapter.');
  await window.ready();
  await window.press('\r');
  await later(1500);
  await window.press('\x03');
  await window.until('You ended it with Ctrl-C.');
  await window.until('step 5 of 6');
  await window.ready();
  await window.press('\r');
  await later(2000);
  await window.type('copied\r');
  await window.until(/^copied\ncopied$/m);
  await window.press('\x04');
  await window.until('step 6 of 6');
  await window.ready();
  await window.press('\r');
  await window.until('Mina-kept\n');
  expect(await window.exited).toBe(0);
  expect(window.raw).not.toMatch(drawn);
});

test('the same by --plain, in Korean; Ctrl-C where a key is asked for asks whether to leave', async () => {
  const window = open(chapter, { args: ['--plain'], env: { LANG: 'ko_KR.UTF-8' } });
  await window.ready();
  await window.press('\r');
  await window.until(/^whole\n +통과/m);
  await window.ready();
  await window.press('\x03');
  await window.until('[y] 나가기', 'lastLine');
  await window.type('n\r');
  await window.ready();
  await window.press('\x04');
  expect(await window.exited).toBe(0);
  expect(window.text).toContain('이어서 하려면: tutor run small');
  expect(window.raw).not.toMatch(drawn);
});
