import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeWhole } from '../../runner/core/whole-file.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tutor-whole-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const modeOf = (path: string) => statSync(path).mode & 0o777;

test('a folder that is missing is made, a mode is kept or given, and no draft stays', async () => {
  const path = join(folder, 'a/b/report.json');
  await writeWhole(path, 'first', 0o600);
  expect([readFileSync(path, 'utf8'), modeOf(path)]).toEqual(['first', 0o600]);
  chmodSync(path, 0o640);
  await writeWhole(path, 'second');
  expect([readFileSync(path, 'utf8'), modeOf(path)]).toEqual(['second', 0o640]);
  await writeWhole(path, 'third', 0o600);
  expect([readFileSync(path, 'utf8'), modeOf(path)]).toEqual(['third', 0o600]);
  expect(readdirSync(join(folder, 'a/b'))).toEqual(['report.json']);
});

test('what a kill has left half written goes with the next one that is written, and nothing else does', async () => {
  const hourAgo = Date.now() / 1000 - 3600;
  for (const name of [
    '.ch01.md.4711.tmp',
    '.ch01.md.tmp',
    '.ch01.md.4711.tmp.keep',
    '.ch02.md.4711.tmp',
    '.ch01.md.4712.tmp',
  ]) {
    writeFileSync(join(folder, name), 'half');
    // Of the last one somebody is still at work.
    if (!name.includes('4712')) utimesSync(join(folder, name), hourAgo, hourAgo);
  }
  await writeWhole(join(folder, 'ch01.md'), 'whole');
  expect(readdirSync(folder).sort()).toEqual(
    ['.ch01.md.4711.tmp.keep', '.ch01.md.4712.tmp', '.ch01.md.tmp', '.ch02.md.4711.tmp', 'ch01.md'].sort(),
  );
});

test('a link stays a link, and what is no file is written to', async () => {
  writeFileSync(join(folder, 'real'), 'old');
  symlinkSync('real', join(folder, 'link'));
  await writeWhole(join(folder, 'link'), 'new');
  expect(readFileSync(join(folder, 'real'), 'utf8')).toBe('new');
  await writeWhole('/dev/null', 'gone');
  expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
  execFileSync('mkfifo', [join(folder, 'pipe')]);
  const reader = spawn('cat', [join(folder, 'pipe')]);
  const heard = once(reader.stdout, 'data');
  await writeWhole(join(folder, 'pipe'), 'through');
  expect(String(await heard)).toBe('through');
});

test('whoever is killed while writing leaves the old text or the new one', async () => {
  const path = join(folder, 'report.md');
  writeFileSync(path, 'old');
  const module = pathToFileURL(join(import.meta.dirname, '../../runner/core/whole-file.ts')).href;
  const script = `import { writeWhole } from '${module}';
    const long = 'n'.repeat(3e7);
    console.log('begins');
    for (;;) await writeWhole(process.argv[2], long);`;
  writeFileSync(join(folder, 'writer.mts'), script);
  for (const wait of [2, 17]) {
    const writer = spawn(process.execPath, ['--import', 'tsx', join(folder, 'writer.mts'), path], {
      cwd: join(import.meta.dirname, '../..'),
    });
    await once(writer.stdout, 'data');
    await new Promise((resolve) => setTimeout(resolve, wait));
    writer.kill('SIGKILL');
    await once(writer, 'close');
    expect([3, 3e7]).toContain(readFileSync(path).length);
  }
});
