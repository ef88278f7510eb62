import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { walk } from './walk.ts';
import { LearnerWindow, later, type WindowOptions } from './window.ts';

const windows: LearnerWindow[] = [];

function open(chapter: string, options: WindowOptions = {}): LearnerWindow {
  const window = new LearnerWindow(chapter, options);
  windows.push(window);
  return window;
}

afterEach(async () => {
  await Promise.all(windows.splice(0).map((window) => window.close()));
});

const steps = `# A small chapter

Say something **first**:

\`\`\`sh
$ echo one
one
\`\`\`

| Word | Meaning |
|------|---------|
| two  | 둘      |

Then something else:

\`\`\`sh
$ echo two
two
\`\`\`

And write \`poem.txt\`:

\`\`\`text
roses
violets
\`\`\`

At last:

\`\`\`sh
$ cat poem.txt
roses
violets
\`\`\`

That was all.
`;

const file = steps.replace('```text', '<!-- tutor: file=poem.txt -->\n```text');

test('the text is rendered, the command shown before Enter, the file before it is written', async () => {
  const window = open(file);
  await window.ready();
  expect(window.text).toContain('Say something first:');
  expect(window.text).toContain('This is a throw-away machine');
  expect(window.text).toContain('A small chapter · step 1 of 4');
  expect(window.text).toContain('$ echo one\n[Enter] run');
  await window.press('\r');
  await window.until('$ echo two');
  await window.ready();
  expect(window.text).toMatch(/\$ echo one\none\n\s+✓/);
  expect(window.text).toContain('│ two  │ 둘      │');
  await window.press('\r');
  await window.until('✎ poem.txt');
  await window.ready();
  expect(window.text).toContain('│ roses\n  │ violets');
  await window.press('\r');
  await window.until('$ cat poem.txt');
  await window.ready();
  await window.press('\r');
  await window.until('That was all.');
  expect(await window.exited).toBe(0);
  expect(window.text).toContain('4 worked');
});

test('a command typed where a key is asked for is a command, and no key', async () => {
  const window = open(file);
  await window.ready();
  await window.type('echo never-mind');
  await window.until('$ echo never-mind', 'lastLine');
  await window.press('\r');
  await window.until(/\nnever-mind\n/);
  await window.ready();
  expect(window.text).toContain('step 1 of 4');
  expect(window.text).not.toContain('step 2 of 4');
  await window.type('echo "one"');
  await window.press('\r');
  await window.until('Done: that is the step.');
  await window.until('step 2 of 4');
});

test('keys of a Korean keyboard are the same keys; blanks run nothing', async () => {
  const window = open(file);
  await window.ready();
  await window.press(' ', ' ');
  await later(500);
  expect(window.text).not.toContain('step 2 of 4');
  await window.press('ㅜ');
  await window.until('Skipped by you.');
  await window.until('step 2 of 4');
  await window.press('ㅂ');
  await window.until('[y] leave', 'lastLine');
  await window.press('ㅛ');
  expect(await window.exited).toBe(0);
  expect(window.text).toContain('Go on with: tutor run small');
});

test('Ctrl-C during a step is for the command, and the chapter goes on', async () => {
  const window = open(
    'Wait a little:\n\n```sh\n$ sleep 300; echo over\n```\n\n```sh\n$ echo still here\nstill here\n```\n',
  );
  await window.ready();
  await window.press('\r');
  await later(1500);
  await window.press('\x03');
  await window.until('You ended it with Ctrl-C.');
  await window.until('step 2 of 2');
  await window.ready();
  await window.press('\r');
  expect(await window.exited).toBe(0);
  expect(window.text).toContain('2 worked');
});

test('what goes on until Ctrl-C goes on until the learner presses it, and looking longer changes nothing', async () => {
  const window = open(
    'Watch:\n\n```sh\n$ n=0; while true; do echo tick $((++n)); sleep 1; done\ntick 1\n...\n```\n\nPress Ctrl-C.\n',
  );
  await window.ready();
  await window.press('\r');
  await window.until('It goes on until you end it', 'lastLine');
  await window.until('tick 6');
  await window.until('It goes on until you end it', 'lastLine');
  await window.press('\x03');
  expect(await window.exited).toBe(0);
  expect(window.text).toContain('1 worked');
  expect(window.text).not.toContain('It goes on until you end it');
});

test('what is typed ahead during a step is no command', async () => {
  const window = open('Wait:\n\n```sh\n$ sleep 3; echo over\nover\n```\n\n```sh\n$ echo next\nnext\n```\n');
  await window.ready();
  await window.press('\r');
  await later(500);
  await window.type('touch typed-ahead\rq');
  await window.until('step 2 of 2');
  await window.ready();
  await window.press('\r');
  expect(await window.exited).toBe(0);
  expect(window.text).toContain('2 worked');
  expect(window.text).not.toContain('typed-ahead');
});

test('a question that the chapter leaves open is the learner’s', async () => {
  const window = open('Say who you are:\n\n```sh\n$ read -p "Your name: " name; echo "Hello $name"\n```\n');
  await window.ready();
  await window.press('\r');
  await window.until('Your name:');
  await later(1500);
  await window.type('Mina');
  await window.press('\r');
  await window.until('Hello Mina');
  expect(await window.exited).toBe(0);
});

test('the very same shell, and back', async () => {
  const window = open('A variable:\n\n```sh\n$ export WORD=kept\n```\n\n```sh\n$ echo $WORD-$OTHER\n```\n');
  await window.ready();
  await window.press('\r');
  await window.until('step 2 of 2');
  await window.ready();
  await window.press('!');
  await window.until('Ctrl-] comes back');
  await later(300);
  await window.type('echo in-$WORD; OTHER=mine; cd /tmp');
  await window.press('\r');
  await window.until(/\nin-kept\n/);
  await window.type('sleep 100');
  await window.press('\r');
  await later(500);
  await window.press('\x1d');
  await window.until('Something is still running here');
  await window.press('\x03');
  await later(500);
  await window.press('\x1d');
  await window.until('Back in the chapter.');
  await window.ready();
  await window.press('\r');
  await window.until(/\nkept-mine\n/);
  expect(await window.exited).toBe(0);
});

const shop = [
  'A network and a note:',
  '$ docker network create shop-net',
  '$ echo open > note.txt',
  'Both are there:',
  "$ docker network inspect --format '{{.Name}}' shop-net\nshop-net",
  '$ cat note.txt\nopen',
]
  .map((text) => (text.startsWith('$') ? `\`\`\`sh\n${text}\n\`\`\`` : text))
  .join('\n\n');

test('what the learner took away in the shell is told with the steps that need it, and made again', async () => {
  const window = open(shop);
  await window.ready();
  await window.press('\r');
  await window.until('step 2 of 4');
  await window.ready();
  await window.press('\r');
  await window.until('step 3 of 4');
  await window.ready();
  await window.press('!');
  await window.until('Ctrl-] comes back');
  await later(300);
  await window.type('docker network rm shop-net; rm note.txt; cd /tmp');
  await window.press('\r');
  await window.until(/^shop-net$/m);
  await window.press('\x1d');
  await window.until('the shell is led back there');
  await window.until('shop-net is gone. Steps that need it: 3.');
  await window.until('note.txt is gone. Steps that need it: 4.');
  await window.until('[r] makes it again: step 1.');
  await window.ready();
  await window.press('r');
  await window.until(/makes it again: step 1\.(?:.*\n)*.*✓/);
  await window.ready();
  await window.press('\r');
  await window.until('[r] makes it again: step 2.');
  await window.ready();
  await window.press('r');
  await window.until(/makes it again: step 2\.(?:.*\n)*.*✓/);
  await window.ready();
  await window.press('\r');
  expect(await window.exited).toBe(0);
  expect(window.text).toContain('4 worked');
});

test('what the learner stopped in the shell is told with the steps that need it, and started again', async () => {
  const window = open(
    `Start a server:

\`\`\`sh
$ docker run -d --name web -p 8080:80 nginx:alpine
\`\`\`

Ask it:

\`\`\`sh
$ curl -s -o /dev/null -w '%{http_code}\\n' http://localhost:8080
200
\`\`\`

And look into it:

\`\`\`sh
$ docker exec web echo inside
inside
\`\`\`
`,
  );
  await window.ready();
  await window.press('\r');
  await window.until('step 2 of 3');
  await window.ready();
  await window.press('!');
  await window.until('Ctrl-] comes back');
  await later(300);
  await window.type('docker stop -t 1 web');
  await window.press('\r');
  await window.until(/^web$/m);
  await window.press('\x1d');
  await window.until('web no longer runs. Steps that need it: 2, 3.');
  await window.until('This step needs web, which does not run. [r] starts it again.');
  await window.ready();
  await window.press('r');
  await window.until('web runs again.');
  await window.ready();
  await window.press('\r');
  await window.until('step 3 of 3');
  await window.ready();
  expect(window.text.split('which does not run').length).toBe(2);
  await window.press('\r');
  expect(await window.exited).toBe(0);
  expect(window.text).toContain('3 worked');
});

test('a file is written as the learner has it in their editor', async () => {
  const window = open(file, { env: { EDITOR: "sed -i 's/violets/tulips/'", VISUAL: '' } });
  for (const step of [1, 2]) {
    await window.until(`step ${step} of 4`);
    await window.ready();
    await window.press('\r');
  }
  await window.until('step 3 of 4');
  await window.ready();
  await window.press('e');
  await window.until('step 4 of 4');
  await window.ready();
  await window.press('\r');
  await window.until(/roses\ntulips/);
});

test('a step before the last one is looked at, and run again', async () => {
  const window = open(
    'Count:\n\n```sh\n$ echo one-$((++n))\n```\n\n```sh\n$ echo two\n```\n\n```sh\n$ echo three\n```\n',
  );
  await window.ready();
  await window.press('\r');
  await window.until('step 2 of 3');
  await window.ready();
  await window.press('\r');
  await window.until('step 3 of 3');
  await window.ready();
  await window.press('b');
  await window.until(/step 3 of 3(?:.*\n)*.*step 2 of 3/);
  await window.ready();
  await window.press('b');
  await window.until(/step 3 of 3(?:.*\n)*.*step 1 of 3/);
  await window.ready();
  await window.press('r');
  await window.until(/\none-2\n/);
  await window.ready();
  await window.press('\r');
  expect(await window.exited).toBe(0);
  expect(window.text).toContain('3 worked');
});

test('a step that differs is shown with what the chapter shows; again, compare, why', async () => {
  const window = open('Count:\n\n```sh\n$ echo $((++n))\n2\n```\n\nDone.\n');
  await window.ready();
  await window.press('\r');
  await window.until('- the chapter   + your terminal');
  await window.until(/^\[Enter\] go on/, 'lastLine');
  await window.press('w');
  await window.until('small.md, line');
  await window.ready();
  await window.press('x');
  await later(500);
  await window.ready();
  await window.press('r');
  await window.until(/\n2\n\s+✓/);
  expect(await window.exited).toBe(0);
  expect(window.text).toContain('1 worked');
});

test('after a kill the way goes on where it was; a changed step and what follows are gone through anew', async () => {
  const first = open(file);
  await first.ready();
  await first.press('\r');
  await first.until('step 2 of 4');
  await first.ready();
  await first.press('\r');
  await first.until('step 3 of 4');
  await first.ready();
  first.kill('SIGKILL');
  await first.exited;
  const second = open(file.replace('$ echo two\ntwo', '$ echo zwei\nzwei'), { after: first });
  await second.until('you came to step 1 of 4');
  await second.ready();
  await second.press('\r');
  await second.until('1 step was run again.');
  await second.until('$ echo zwei');
  await second.ready();
});

test('by hand: a step of several commands line by line, from another folder, and what a slip took away', async () => {
  const chapter = `Make two folders and go into one:

\`\`\`sh
$ mkdir -p one two && cd two
\`\`\`

Write a note:

\`\`\`sh
$ echo note > note.txt
\`\`\`

Read it:

\`\`\`sh
$ cat note.txt
note
\`\`\`
`;
  const window = open(chapter, { args: ['--by-hand'], columns: 120 });
  await window.until(/^\$$/, 'lastLine');
  await window.until('step 1 of 3');
  await later(500);
  await window.type('mkdir -p one two');
  await window.press('\r');
  await window.until('Good so far. There is more to this step.');
  await later(500);
  await window.type('cd two');
  await window.press('\r');
  await window.until('step 2 of 3');
  await later(500);
  // Overwriting is not appending.
  await window.type('echo note >> note.txt');
  await window.press('\r');
  await window.until(/>> note\.txt where the chapter has >\s+note\.txt/);
  await later(500);
  await window.type('echo note > note.txt');
  await window.press('\r');
  await window.until('step 3 of 3');
  await later(500);
  await window.type('cd / && rm ~-/note.txt');
  await window.press('\r');
  await window.until('note.txt is gone. Steps that need it: 3.');
  await later(500);
  await window.until('[r] makes it again: step 2.');
  await window.until(/^\[m\]/, 'lastLine');
  await window.press('r');
  await window.until(/makes it again: step 2\.(?:.*\n)*.*✓/);
  await window.until(/^\[m\]/, 'lastLine');
  await window.press('m');
  await later(500);
  await window.type('cat note.txt');
  await window.press('\r');
  await window.until('the shell is led back there');
  await window.until(/\$ cat note\.txt\n.*\nnote\n/);
  expect(await window.exited).toBe(0);
  expect(window.text).toContain('3 worked');
});

test('by hand: a slip in the second half is no end of the step; who skipped the way to a folder is led there', async () => {
  const chapter = `Begin:

\`\`\`sh
$ mkdir ~/box && cd ~/box
\`\`\`

Then:

\`\`\`sh
$ docker network create shelf
\`\`\`

Go on:

\`\`\`sh
$ mkdir ~/crate && cd ~/crate
$ echo note > note.txt
$ cat note.txt
note
\`\`\`
`;
  const window = open(chapter, { args: ['--by-hand'], columns: 120 });
  await window.until(/^\$$/, 'lastLine');
  await later(500);
  await window.type('mkdir ~/box && cd');
  await window.press('\r');
  await window.until('not the step yet: cd where the chapter has cd ~/box');
  await later(500);
  await window.type('mkdir ~/box && cd ~/box');
  await window.press('\r');
  await window.until(/its first part is done already, and this is left: cd ~\/box/);
  await later(500);
  await window.type('cd ~/box');
  await window.press('\r');
  await window.until('step 2 of 5');
  await later(500);
  await window.type('docker network create --internal shelf');
  await window.press('\r');
  await window.until('--internal is too much');
  await window.until('shelf is there now although step 2 is to make it.');
  await later(500);
  await window.type('docker network create shelf');
  await window.press('\r');
  await window.until('something that you typed before is in its way');
  await later(500);
  await window.type('docker network rm shelf');
  await window.press('\r');
  await window.until(/^shelf$/m);
  await later(500);
  await window.type('docker network create shelf');
  await window.press('\r');
  await window.until('step 3 of 5');
  await later(500);
  await window.press('\r');
  await window.until(/^\[m\]/, 'lastLine');
  await window.press('n');
  await window.until('step 4 of 5');
  await window.until('[r] makes it again: step 3.');
  await window.until(/^\[m\]/, 'lastLine');
  await window.press('r');
  await window.until(/\$ mkdir ~\/crate && cd ~\/crate\n\s+✓/);
  for (const step of [4, 5]) {
    await window.until(`step ${step} of 5`);
    if (step === 5) {
      await later(500);
      await window.press('\r');
    }
    await window.until(/^\[m\]/, 'lastLine');
    await window.press('\r');
  }
  expect(await window.exited).toBe(0);
  expect(window.text).toMatch(/\$ cat note\.txt\nnote\n/);
});

test('by hand: what differs after something of their own is nobody’s fault; after a look it is the chapter’s', async () => {
  const chapter =
    'A cup:\n\n```sh\n$ basename cup\nmug\n```\n\nMore:\n\n```sh\n$ touch pot\n```\n\n```sh\n$ ls -1\npot\n```\n';
  const window = open(chapter, { args: ['--by-hand'], columns: 120 });
  const type = async (line: string, then: string | RegExp) => {
    await window.until(/^\$$/, 'lastLine');
    await later(500);
    await window.type(line);
    await window.press('\r');
    await window.until(then);
  };
  await type('sl', /sl: command not found/);
  await type('pwd', /^\/root|^\/home/m);
  await type('basename cup', '- the chapter   + your terminal');
  await window.until(/^\[Enter\] go on/, 'lastLine');
  await window.press('\r');
  await window.until('step 2 of 3');
  await type('touch kettle', 'not the step yet: kettle where the chapter has pot');
  await type('touch pot', 'step 3 of 3');
  await type('ls -1', 'this says nothing about the chapter');
  await window.until(/^\[Enter\] go on/, 'lastLine');
  await window.press('\r');
  expect(await window.exited).toBe(1);
  expect(window.text).toContain('1 worked, 1 not as the chapter shows, 1 not judged');
});

test('by hand: a hint, the step in another spelling, in another way, and not yet', async () => {
  const chapter = 'Make a folder:\n\n```sh\n$ mkdir -p made/by/hand\n```\n\nLook:\n\n```sh\n$ ls made\nby\n```\n';
  const window = open(chapter, { args: ['--by-hand'] });
  await window.until('Your turn.');
  expect(window.text).not.toContain('mkdir');
  await window.press('\r');
  await window.until(/^\[m\]/, 'lastLine');
  await window.press('m');
  await later(500);
  await window.type('mk');
  await window.press('\x03');
  // The keys stand on a line of their own.
  await window.until(/^\[m\]/, 'lastLine');
  await window.press('h');
  await window.until('It begins with: mkdir -p …');
  await window.until(/^\[m\]/, 'lastLine');
  await window.press('m');
  await later(500);
  await window.type('mkdir -p made/by');
  await window.press('\r');
  await window.until('this is not the step yet: made/by where');
  await window.type('mkdir   -p  "made/by/hand"');
  await window.press('\r');
  await window.until('Done: that is the step.');
  await window.until('step 2 of 2');
  await later(500);
  await window.type('ls -1 made/');
  await window.press('\r');
  await window.until('Done, in another way');
  expect(await window.exited).toBe(0);
  expect(window.text).toContain('2 worked');
});

test('at 40 columns the keys stay on one line; a new size reaches the programs', async () => {
  const window = open('How wide?\n\n```sh\n$ tput cols\n```\n\n```sh\n$ tput cols\n```\n', { columns: 40 });
  await window.ready();
  expect(window.lastLine.length).toBeLessThanOrEqual(40);
  expect(window.lastLine).toContain('[?]');
  await window.press('\r');
  await window.until(/\n40\n/);
  window.resize(70, 20);
  await window.until('step 2 of 2');
  await window.ready();
  await window.press('\r');
  await window.until(/\n70\n/);
  expect(await window.exited).toBe(0);
});

test('a window that is made narrower during a pull: its bars go on at the new width, and so does the chapter', async () => {
  const window = open('Fetch:\n\n```sh\n$ docker pull node:16-alpine\n```\n\n```sh\n$ tput cols\n```\n', {
    columns: 100,
  });
  await window.ready();
  await window.press('\r');
  await window.until(/: (?:Downloading|Extracting|Waiting|Pulling fs layer)/);
  const before = window.raw.length;
  window.resize(54, 20);
  await window.until('step 2 of 2');
  await window.ready();
  // The pull had not ended, and its bars have got shorter.
  const after = window.raw.slice(before);
  expect(after).toContain('Pull complete');
  expect(after).not.toMatch(/\[=*>? {30,}\]/);
  expect(window.text).toContain('Status: Downloaded newer image');
  await window.press('\r');
  await window.until(/\n54\n/);
  expect(await window.exited).toBe(0);
  expect(window.text).toContain('2 worked');
});

test('of a section its own text and steps; those before it are made without asking', async () => {
  const chapter = [
    '# Book\n\nOpening words.\n\n## First\n\n```sh\n$ word=made\n```\n',
    '## Second\n\nSecond words.\n\n```sh\n$ echo $word\nmade\n```\n',
    '## Third\n\nThird words.\n\n```sh\n$ echo no\n```\n',
  ].join('\n');
  const window = open(chapter, { section: '2' });
  await window.until('$ echo $word');
  await window.ready();
  expect(window.text).toContain('Second words.');
  expect(window.text).not.toContain('Opening words.');
  await window.press('\r');
  expect(await window.exited).toBe(0);
  expect(window.text).toMatch(/\nmade\n/);
  expect(window.text).not.toContain('Third words.');
});

test('a recording plays what the window showed', async () => {
  const window = open(file, { args: ['--record', 'way.cast'] });
  await window.ready();
  await window.press('\r');
  await window.until('step 2 of 4');
  await window.press('q');
  await window.until('[y] leave', 'lastLine');
  await window.press('y');
  expect(await window.exited).toBe(0);
  const [head = '', ...events] = readFileSync(join(window.folder, 'way.cast'), 'utf8').trim().split('\n');
  expect(JSON.parse(head)).toMatchObject({ version: 2, width: 80, height: 24, title: 'A small chapter' });
  const times = events.map((line) => JSON.parse(line) as [number, string, string]);
  expect(times.map(([, , data]) => data).join('')).toContain('echo one');
  expect(times.every(([time], at) => time >= (times[at - 1]?.[0] ?? 0))).toBe(true);
});

test('tutor by itself shows the chapters and how far each is, and opens one with a key', async () => {
  const config = (window: LearnerWindow) => {
    writeFileSync(join(window.folder, 'tutor.yml'), 'chapters: ["*.md"]\nengine: sandbox:28\n');
    writeFileSync(join(window.folder, 'zoo.md'), '# The zoo\n\n```sh\n$ echo roar\nroar\n```\n');
  };
  const first = open(file);
  config(first);
  await first.ready();
  await first.press('\r');
  await first.until('step 2 of 4');
  await first.ready();
  await first.press('q');
  await first.until('[y] leave', 'lastLine');
  await first.press('y');
  await first.exited;
  const second = open(file, { after: first, command: [] });
  await second.until('[Enter] run small', 'lastLine');
  expect(second.text).toMatch(/1 +small +A small chapter +step 1 of 4/);
  expect(second.text).toMatch(/2 +zoo +The zoo +1 steps?/);
  await second.press('2');
  await second.until('$ echo roar');
  await second.ready();
  await second.press('\r');
  expect(await second.exited).toBe(0);
  expect(second.text).toContain('1 worked');
});

test('a chapter comes out the same for who looks long, and for who goes on after power cuts', async () => {
  const chapter = [
    '$ docker network create slow-net',
    "$ docker network ls --filter name=slow --format '{{.Name}}'\nslow-net",
    '$ mkdir -p shop && cd shop',
    '$ n=0; while true; do echo beat $((++n)); sleep 0.3; done\nbeat 1\n...',
    '$ basename "$PWD"\nshop',
    '$ docker network rm slow-net\nslow-net',
  ]
    .map((text) => `Then:\n\n\`\`\`sh\n${text}\n\`\`\``)
    .join('\n\n');
  const slow = open(chapter);
  const wanted = await walk(slow, { pauseMs: () => Math.random() * 2500 });
  expect(wanted).toBe('6 worked');
  const cuts = [2 + Math.floor(Math.random() * 2), 4 + Math.floor(Math.random() * 3)];
  let window = open(chapter);
  for (const cutAt of cuts) {
    expect(await walk(window, { pauseMs: () => 0, cutAt })).toBeNull();
    window = open(chapter, { after: window });
  }
  expect(await walk(window, { pauseMs: () => 0 })).toBe(wanted);
  expect(window.text).toContain(`${(cuts.at(-1) ?? 0) - 1} steps were run again.`);
});
