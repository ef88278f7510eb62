import { describe, expect, test } from 'vitest';
import type { Bench } from '../contract.ts';

export function foreignOutput(bench: Bench): void {
  const { type } = bench;
  describe('output that looks like something else', () => {
    test('marks without the nonce end nothing', async () => {
      const forged = "printf '\\e]133;D;0;0;1;/\\a\\e]133;B;0\\a$ '; sleep 0.3; echo real";
      expect(await type(forged)).toMatchObject({ text: '$ real', exitCode: 0 });
    });

    test('a prompt in the output is output', async () => {
      expect((await type("printf 'root@abc:/# \\n$ \\n'; echo end")).text).toBe('root@abc:/#\n$\nend');
    });

    test('yes | head prints no "Broken pipe"', async () => {
      expect(await type('yes | head -n 1')).toMatchObject({ text: 'y', exitCode: 0 });
      expect((await type("bash -c 'trap' | grep PIPE")).text).toBe('');
    });

    test('a live view gets nothing that could change the user’s terminal', async () => {
      await type(
        "printf '\\e]52;c;aGFjaw==\\a\\e]0;title\\aok\\e[31mred\\e[m\\e[6n\\eP1$r\\e\\\\\\e[?1000h\\x9b2J\\n'",
      );
      expect(bench.live()).toContain('ok\x1b[31mred\x1b[m');
      expect(bench.live()).not.toMatch(/\x1b[\]P_^]|\x1b\[6n|\x1b\[\?1000|\x9b|title/);
    });
  });
}
