import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { LearnerWindow } from './window.ts';

const windows: LearnerWindow[] = [];

afterEach(async () => {
  await Promise.all(windows.splice(0).map((window) => window.close()));
});

const course = {
  'index.json': JSON.stringify({
    title: 'Water',
    details: {
      steps: [{ title: 'Fill it', text: 'fill.md', background: 'tap.sh', verify: 'fill.sh' }],
      finish: { text: 'end.md' },
    },
  }),
  'fill.md': `Make a volume called \`kettle\`, and write \`hot\` into \`water.txt\`.

<details><summary>Solution</summary>

\`\`\`
docker volume create kettle
\`\`\`{{exec}}

\`\`\`
echo hot > water.txt
\`\`\`{{exec}}

</details>
`,
  'fill.sh':
    'docker volume inspect kettle > /dev/null || exit 1\ngrep -q hot /root/water.txt || { echo "the water is cold"; exit 1; }\n',
  'tap.sh': 'touch /tmp/tap\n',
  'end.md': 'Pour it:\n\n```\ncat water.txt\n```{{exec}}\n',
};

function open(lang: string): LearnerWindow {
  const folder = mkdtempSync(join(tmpdir(), 'tutor-task-'));
  for (const [name, text] of Object.entries(course)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const window = new LearnerWindow('', {
    command: ['run', join(folder, 'fill.md'), '--lang', lang, '--engine', 'sandbox:28', '--yes'],
  });
  windows.push(window);
  return window;
}

async function type(window: LearnerWindow, text: string): Promise<void> {
  await window.ready();
  await window.press(text);
  await window.until(new RegExp(`\\$ ${text.replace(/[$.*]/g, '\\$&')}$`), 'lastLine');
  await window.press('\r');
}

test('a task is the learner’s: its check is asked after each command, and the solution stays folded', async () => {
  const window = open('en');
  await window.until('Your turn');
  expect(window.text).toMatch(/⚙ tap\.sh\s+✓/);
  expect(window.text).toContain('Make a volume called kettle');
  expect(window.text).not.toContain('docker volume create');
  await type(window, 'echo hot > water.txt');
  await window.until('Not yet: the volume kettle is missing.');
  await type(window, 'docker volume create kettle');
  await window.until('Done: the check finds what the page asks for.');
  expect(await window.exited).toBe(0);
  expect(window.text).not.toContain('Solution');
});

test('과제를 확인하고, 모르면 풀이를 본다', async () => {
  const window = open('ko');
  await window.until('직접 해 볼 차례입니다.');
  await window.ready();
  await window.press('\r');
  await window.until('아직입니다.');
  await window.ready();
  await window.press('a');
  await window.until('$ docker volume create kettle');
  await window.ready();
  await window.press('\r');
  await window.until('$ echo hot > water.txt');
  await window.ready();
  await window.press('\r');
  await window.until('⚙ fill.sh');
  await window.ready();
  await window.press('\r');
  expect(await window.exited).toBe(0);
});
