import { describe, expect, test } from 'vitest';
import { Secrets } from '../../../runner/session/index.ts';
import { type Bench, typeInto } from '../contract.ts';

export function secretsAndSignals(bench: Bench): void {
  describe('secrets and signals', () => {
    test('a secret is masked in the output and in the live view', async () => {
      const output = await bench.type('printf \'open-\'; sleep 0.2; echo sesame; echo "say open-sesame"');
      expect(output.text).toBe('***\nsay ***');
      expect(bench.live()).toBe('***\r\nsay ***\r\n');
    });

    test('what is typed at a question of one terminal is masked in the others', async () => {
      const secrets = new Secrets([]);
      const [one, two] = [await bench.another({ secrets }), await bench.another({ secrets })];
      await typeInto(one, "read -r -s -p 'Password: ' reply", { answers: ['correct-horse'] });
      expect((await typeInto(two, 'echo correct-horse')).text).toBe('***');
      expect((await typeInto(two, 'printf "elton:correct-horse" | base64')).text).toBe('ZWx0b246***Q==');
    });

    test('an abort ends the running step at once and leaves no process', async () => {
      const stop = new AbortController();
      const session = await bench.another({ signal: stop.signal });
      const running = typeInto(session, 'sleep 103 & sleep 104', { timeoutMs: 60_000 });
      setTimeout(() => stop.abort(), 300);
      const output = await running;
      expect(output.ended).toBe('interrupted');
      expect(output.messages.map(({ code }) => code)).toEqual(['session-stopped']);
      expect(output.durationMs).toBeLessThan(2000);
      expect(await bench.running('sleep 10[34]')).toBe(0);
      expect((await typeInto(session, 'echo more')).ended).toBe('closed');
    });

    test('a shell has no other terminal open, nor any other file of tutor', async () => {
      const second = await bench.another();
      const { text } = await typeInto(second, 'readlink /proc/$$/fd/* | grep -v -e /dev/pts -e "^/dev/tty$"');
      expect(text).toBe('');
    });

    test('a closed session types nothing', async () => {
      await bench.session.close();
      await bench.session.close();
      expect(await bench.type('echo more')).toMatchObject({ ended: 'closed', text: '' });
    });
  });
}
