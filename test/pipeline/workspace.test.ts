import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Engine } from '../../runner/core/engine.ts';
import { copyWorkspace } from '../../runner/pipeline/workspace.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tutor-workspace-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A machine whose files are those of a folder of this one. */
function machineIn(place: string): Engine {
  const copyIn = async (from: string, to: string) => cpSync(from, join(place, to), { recursive: true });
  return { workspace: '/work', copyIn } as unknown as Engine;
}

test('assets may be a link to their folder', async () => {
  for (const name of ['chapter', 'elsewhere', 'machine']) mkdirSync(join(folder, name));
  writeFileSync(join(folder, 'chapter/one.md'), '# One\n');
  writeFileSync(join(folder, 'elsewhere/site.conf'), 'listen 80;\n');
  symlinkSync('../elsewhere', join(folder, 'chapter/assets'));
  const machine = machineIn(join(folder, 'machine'));
  const start = await copyWorkspace(machine, join(folder, 'chapter/one.md'), join(folder, 'chapter/assets'));
  expect(readFileSync(join(folder, 'machine', start, 'site.conf'), 'utf8')).toBe('listen 80;\n');
});

test('where the chapter tells what its folder is called, the reader’s is called so; that of a repository keeps its name', async () => {
  for (const name of ['chapter', 'repository/.git', 'repository/docs'])
    mkdirSync(join(folder, name), { recursive: true });
  for (const name of ['chapter', 'repository/docs']) writeFileSync(join(folder, name, 'one.md'), '# One\n');
  const start = (path: string, machine: string) =>
    copyWorkspace(machineIn(join(folder, machine)), join(folder, path), null, { name: 'teashop' });
  expect(await start('chapter/one.md', 'a')).toBe('/work/teashop');
  expect(readFileSync(join(folder, 'a/work/teashop/one.md'), 'utf8')).toBe('# One\n');
  expect(await start('repository/docs/one.md', 'b')).toBe('/work/docs');
});
