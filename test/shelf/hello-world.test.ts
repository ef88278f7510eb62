import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { helloWorld } from '../../runner/engine/shelf/recipes/hello-world.ts';

test('the program of hello-world says hello and ends well', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tutor-hello-'));
  try {
    const program = join(folder, 'hello');
    writeFileSync(program, helloWorld().files.hello ?? '');
    chmodSync(program, 0o755);
    const said = execFileSync(program, { encoding: 'utf8' });
    expect(said).toMatch(
      /^\nHello from Docker!\nThis message shows that your installation appears to be working correctly\.\n/,
    );
    expect(said).toMatch(/get-started\/\n\n$/);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
