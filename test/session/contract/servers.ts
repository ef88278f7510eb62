import { describe, expect, test } from 'vitest';
import type { Bench } from '../contract.ts';

export function servers(bench: Bench): void {
  const { type } = bench;
  const port = 20_000 + (process.pid % 10_000);
  const serve = `python3 -c "
import time, http.server as h
time.sleep(1)
class S(h.BaseHTTPRequestHandler):
  def do_GET(s): s.send_response(200); s.end_headers(); s.wfile.write(b'served')
  def log_message(s, *a): pass
h.HTTPServer(('127.0.0.1', ${port}), S).handle_request()" &`;

  describe('servers, races and background jobs', () => {
    test('a server that is not ready yet is asked again, and that is reported', async () => {
      await type(serve);
      const output = await type(`curl -sS http://127.0.0.1:${port}/`);
      expect(output).toMatchObject({ text: 'served', exitCode: 0 });
      expect(output.retries).toBeGreaterThan(0);
      expect(output.messages.map(({ code }) => code)).toEqual(['session-retried']);
    });

    test('so is one that a program in another language asks', async () => {
      await type(serve);
      const script = `import urllib.request as r; print(r.urlopen('http://127.0.0.1:${port}/').read().decode())`;
      const output = await type(`python3 -c "${script}"`);
      expect(output).toMatchObject({ text: 'served', exitCode: 0 });
      expect(output.retries).toBeGreaterThan(0);
    });

    test('trying again is bounded, and not done where the chapter promises the failure', async () => {
      const command = 'curl -sS http://127.0.0.1:1/';
      const bounded = await type(command, { retryForMs: 600 });
      expect(bounded).toMatchObject({ exitCode: 7 });
      expect(bounded.durationMs).toBeLessThan(3000);
      expect(await type(command, { holds: () => true })).toMatchObject({ exitCode: 7, retries: 0 });
      const shown = 'curl: (7) Failed to connect to 127.0.0.1 port 1: Connection refused';
      expect(await type(command, { shown, holds: () => false })).toMatchObject({ exitCode: 7, retries: 0 });
    });

    test('notices about background jobs are not in the next output', async () => {
      expect((await type('sleep 0.2 &')).text).toMatch(/^\[1\] \d+$/);
      expect((await type('sleep 0.5; echo one')).text).toBe('one');
      await type('sleep 100 &');
      await type('kill %1');
      expect((await type('sleep 0.2')).text).toBe('');
      expect((await type('echo two')).text).toBe('two');
    });

    test('a background job that holds the terminal does not hold the step', async () => {
      const output = await type('sleep 101 &');
      expect(output.durationMs).toBeLessThan(1000);
      expect((await type('nohup sleep 102 >/dev/null 2>&1 &')).ended).toBe('exit');
      await bench.session.close();
      expect(await bench.running('sleep 10[12]')).toBe(0);
    });

    test('several terminals share the machine and nothing else', async () => {
      const second = await bench.another();
      await type('WHERE=first; cd /tmp');
      const output = await second.run({ text: 'echo "[$WHERE]"', into: 'shell', answers: [], timeoutMs: 5000 });
      expect(output.text).toBe('[]');
      expect(second.cwd).toBe(bench.machine.cwd);
    });
  });
}
