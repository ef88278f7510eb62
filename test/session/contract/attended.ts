import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { type Bench, typeInto } from '../contract.ts';

const ticking = 'n=0; while true; do echo tick $((++n)); sleep 0.4; done';

export function attended(bench: Bench): void {
  describe('somebody at the keyboard', () => {
    test('ends what goes on until Ctrl-C; however long they look, the same of it counts', async () => {
      const told: number[] = [];
      const session = await bench.another({ attended: { isThere: () => true, onRunsOn: () => told.push(1) } });
      const running = typeInto(session, ticking, { holds: (text) => text.startsWith('tick 1'), timeoutMs: 1500 });
      await pause(4000);
      expect(told).toEqual([1]);
      session.press('\x03');
      const { text, ended, messages } = await running;
      expect(ended).toBe('interrupted');
      expect(text.split('\n').length).toBeLessThan(5);
      expect(messages).toEqual([]);
    });

    test('who ends it before it has shown what it shows has ended it themselves', async () => {
      const session = await bench.another({ attended: { isThere: () => true, onRunsOn: () => {} } });
      const running = typeInto(session, 'sleep 300; echo over', { holds: () => false });
      await pause(500);
      session.press('\x03');
      const { ended, messages } = await running;
      expect(ended).toBe('interrupted');
      expect(messages.map(({ code }) => code)).toEqual(['session-interrupted-by-reader']);
    });

    test('who is not there is not waited for', async () => {
      const session = await bench.another({ attended: { isThere: () => false, onRunsOn: () => {} } });
      const { ended, messages } = await typeInto(session, ticking, { holds: (text) => text.startsWith('tick 1') });
      expect(ended).toBe('interrupted');
      expect(messages.map(({ code }) => code)).toEqual(['session-endless']);
    });
  });
}
