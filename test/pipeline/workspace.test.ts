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
  const copyIn = async (from: string) => cpSync(from, join(place, 'work'), { recursive: true });
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
