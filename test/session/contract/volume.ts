import { describe, expect, test } from 'vitest';
import type { Bench } from '../contract.ts';

export function volume(bench: Bench): void {
  const { type } = bench;
  const many = { timeoutMs: 280_000 };
  describe('much output', () => {
    test('head and tail are kept, the lines between are counted', async () => {
      const output = await type('seq 1000000', many);
      const lines = output.text.split('\n');
      expect(lines[0]).toBe('1');
      expect(lines.at(-1)).toBe('1000000');
      expect(lines.length + output.omittedLines).toBe(1_000_000);
      expect(Number(lines[output.omittedAfter ?? 0])).toBe((output.omittedAfter ?? 0) + output.omittedLines + 1);
    });

    test.each([
      ['lines', "yes 'a line of ordinary length' | head -c 100000000"],
      ['coloured lines', "yes $'\\e[32mok\\e[m a line of ordinary length' | head -c 100000000"],
      ['one line', "head -c 100000000 /dev/zero | tr '\\0' x"],
      ['NUL bytes', 'head -c 10000000 /dev/zero'],
      ['random bytes', 'head -c 3000000 /dev/urandom'],
    ])(
      '%s by the megabyte cost bounded memory',
      async (_, command) => {
        const before = process.memoryUsage().rss;
        let peak = before;
        const watch = setInterval(() => {
          peak = Math.max(peak, process.memoryUsage().rss);
        }, 20);
        const output = await type(command, many);
        clearInterval(watch);
        expect(output.ended).toBe('exit');
        expect(peak - before).toBeLessThan(150e6);
        expect((await type('echo next')).text).toBe('next');
      },
      300_000,
    );
  });
}
