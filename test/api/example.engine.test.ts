import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { execa } from 'execa';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { built } from '../ci/built.ts';

const repository = join(import.meta.dirname, '../..');
const manual = readFileSync(join(repository, 'docs/manual/programming.ko.md'), 'utf8');
/** A project of somebody else, with a blank and Korean letters in its path. */
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tutor 책 모음 '));
  const tutor = join(folder, 'node_modules/@tutor-md/tutor');
  mkdirSync(tutor, { recursive: true });
  cpSync(join(repository, 'package.json'), join(tutor, 'package.json'));
  symlinkSync(dirname(await built()), join(tutor, 'dist'));
  symlinkSync(join(repository, 'node_modules/vitest'), join(folder, 'node_modules/vitest'));
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }\n');
  mkdirSync(join(folder, 'docs'));
  const chapter = (text: string, shown: string) =>
    `# 인사\n\n## 첫마디\n\n\`\`\`console\n$ echo ${text}\n${shown}\n\`\`\`\n`;
  writeFileSync(join(folder, 'docs/ch01.md'), chapter('hello', 'hello'));
  writeFileSync(join(folder, 'docs/ch02.md'), chapter('hello', 'goodbye'));
  mkdirSync(join(folder, 'test'));
  writeFileSync(
    join(folder, 'test/sum.test.js'),
    `import { expect, test } from 'vitest';\ntest('sum', () => expect(1 + 1).toBe(2));\n`,
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The example of the manual below a heading. */
function example(heading: string): string {
  return manual.slice(manual.indexOf(heading)).match(/```js run=false\n([\s\S]*?)```/)?.[1] ?? '';
}

test('the example of the interface does what the manual says', async () => {
  writeFileSync(join(folder, 'check.js'), example('## 자바스크립트에서 부르기'));
  const { stdout } = await execa('node', ['check.js'], { cwd: folder });
  expect(stdout.split('\n')).toEqual([
    'echo hello',
    'tolerated',
    'docs/ch01.md passed',
    'docs/ch02.md failed',
    'docs/ch02.md:7 echo hello',
  ]);
  expect(readFileSync(join(folder, 'junit.xml'), 'utf8')).toContain('file="docs/ch02.md" line="7"');
});

test('chapters are tests beside unit tests, each with its own row', async () => {
  writeFileSync(join(folder, 'vitest.config.js'), example('## vitest 프로젝트에 넣기'));
  const vitest = join(folder, 'node_modules/vitest/vitest.mjs');
  const { stdout, stderr, exitCode } = await execa('node', [vitest, 'run'], {
    cwd: folder,
    reject: false,
    env: { NO_COLOR: '1' },
  });
  expect(stdout).toContain('1 failed | 2 passed (3)');
  expect(stdout + stderr).toContain('docs/ch02.md:7');
  expect(exitCode).toBe(1);
});
