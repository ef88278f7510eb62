import { describe, expect, test } from 'vitest';
import type { Bench } from '../contract.ts';

export function endings(bench: Bench): void {
  const { type } = bench;
  const codes = (output: Awaited<ReturnType<typeof type>>) => output.messages.map(({ code }) => code);
  describe('programs that do not end, and shells that do', () => {
    test('an endless command is ended when it has shown what it shows', async () => {
      await type('printf "one\\ntwo\\n" > /tmp/tutor-log');
      const output = await type('tail -f /tmp/tutor-log');
      expect(output).toMatchObject({ text: 'one\ntwo', ended: 'interrupted', exitCode: null });
      expect(output.durationMs).toBeLessThan(5000);
    });

    test('each part of a pipe says how it ended, whatever the last says', async () => {
      expect(await type('(exit 6) | cat')).toMatchObject({ exitCode: 0, stages: [6, 0] });
      expect(await type('IFS=:; (exit 7) | (exit 3) | cat')).toMatchObject({ exitCode: 0, stages: [7, 3, 0] });
      expect(await type('unset IFS; false')).toMatchObject({ exitCode: 1, stages: [1] });
      expect(await type('set -u; false | true; set +u')).toMatchObject({ exitCode: 0, stages: [0] });
    });

    test('it is ended as soon as it shows what the chapter promises', async () => {
      const command = 'while true; do echo tick; sleep 0.2; done';
      const output = await type(command, { holds: (text) => text.split('\n').length >= 3 });
      expect(output.ended).toBe('interrupted');
      expect(output.text).toMatch(/^tick(\ntick){2,6}$/);
    });

    test('an image that is still fetched has shown nothing yet', async () => {
      const docker = `docker() {
        echo "Unable to find image 'nginx:latest' locally"; sleep 1.5
        echo "latest: Pulling from library/nginx"
        for part in 1 2 3 4 5 6 7 8; do printf '\r5a7813e071bf: Downloading %s%%0MB' $part; sleep 0.3; done
        printf '\r5a7813e071bf: Pull complete    \nStatus: Downloaded newer image for nginx:latest\n'
        sleep 1.5; echo 'start worker processes'; sleep 60; }`;
      await type(docker);
      const output = await type('docker run -p 8080:80 nginx', { timeoutMs: 20_000 });
      expect(output.ended).toBe('interrupted');
      expect(output.text).toMatch(/newer image for nginx:latest\nstart worker processes$/);
    });

    test('a script is as endless as what it runs', async () => {
      await type("printf '%s\\n' 'echo serving' 'tail -f /dev/null' > serve.sh");
      const output = await type('bash serve.sh', { timeoutMs: 30_000 });
      expect(output).toMatchObject({ text: 'serving', ended: 'interrupted' });
      expect(output.durationMs).toBeLessThan(8000);
    });

    test('a script that waits for what ends is waited for', async () => {
      await type("printf '%s\\n' 'echo waiting' 'sleep 9' 'echo done' > wait.sh");
      expect(await type('bash wait.sh', { timeoutMs: 30_000 })).toMatchObject({ text: 'waiting\ndone', exitCode: 0 });
    });

    test('what is brought back into the foreground is as endless as it was', async () => {
      await type('tail -f /dev/null &');
      expect((await type('fg', { timeoutMs: 30_000 })).ended).toBe('interrupted');
      await type('sleep 3 &');
      expect((await type('fg', { timeoutMs: 30_000 })).ended).toBe('exit');
    });

    test('wait-for and interrupt-after say when', async () => {
      const server = (pause: number) => `bash -c 'echo starting; sleep ${pause}; echo ready; sleep 60'`;
      expect(await type(server(0.4), { waitFor: '^ready$' })).toMatchObject({
        text: 'starting\nready',
        ended: 'interrupted',
      });
      expect(await type(server(9), { interruptAfterMs: 1000 })).toMatchObject({
        text: 'starting',
        ended: 'interrupted',
      });
    });

    test('a step over its time limit is interrupted and the chapter goes on', async () => {
      const output = await type('sleep 60', { timeoutMs: 500 });
      expect(output).toMatchObject({ ended: 'timeout', exitCode: null });
      expect(codes(output)).toEqual(['session-timeout']);
      expect((await type('echo next')).text).toBe('next');
    });

    test('what ignores Ctrl-C is ended with Ctrl-\\, what ignores that is killed', async () => {
      expect((await type('bash -c "trap \'\' INT; sleep 6160"', { timeoutMs: 300 })).ended).toBe('timeout');
      expect((await type('bash -c "trap \'\' INT QUIT; sleep 6161; :"', { timeoutMs: 300 })).ended).toBe('timeout');
      expect((await type('echo next')).text).toBe('next');
      expect(await bench.running('sleep 616[01]')).toBe(0);
    });

    test('a shell that cannot be interrupted is replaced, in the same folder with the same variables', async () => {
      await type('cd /tmp; export KEPT="a b"; here() { echo function; }');
      const output = await type("trap '' INT QUIT; while :; do :; done", { timeoutMs: 300 });
      expect(codes(output)).toContain('session-terminal-replaced');
      expect((await type('echo "$KEPT"; here; pwd')).text).toBe('a b\nfunction\n/tmp');
    });

    test.each([
      ['exit 3', 'exit 3', 3],
      ['kill -9 $$', 'kill -9 $$', 137],
      ['exec', 'exec true', 0],
      ['set -e and a failing command', 'set -e; false', 1],
    ])('%s ends the shell; the chapter goes on in another one', async (_, command, status) => {
      await type('cd /tmp; KEPT=1');
      const output = await type(command);
      expect(output).toMatchObject({ ended: 'closed', exitCode: status });
      expect(codes(output)).toEqual(['session-shell-ended']);
      expect(await type('echo $KEPT $PWD')).toMatchObject({ text: '1 /tmp', exitCode: 0 });
    });

    test.each([
      'stty -echo',
      'stty raw',
      'reset',
      'stty cols 40',
      'exec 0<&-',
      'exec </dev/null',
      'set -n',
      "trap '' INT",
      'ulimit -f 0',
      'unset PROMPT_COMMAND',
      'mkdir /tmp/tutor-gone; cd /tmp/tutor-gone; rmdir /tmp/tutor-gone',
      'bash -r -c true',
      'PS0=',
      'PS1=',
      "PS1='' PS2=''",
      'echo -e "$PS1"; printf "%b" "$PS1"',
    ])('after %s the next command still works', async (command) => {
      const output = await type(command, { timeoutMs: 60_000 });
      expect(output).toMatchObject({ exitCode: 0 });
      expect(output.durationMs).toBeLessThan(8000);
      expect(await type('echo next; (exit 3)')).toMatchObject({ text: 'next', exitCode: 3 });
    });

    test.each(['exec 2>/dev/null', 'exec >/tmp/tutor-both 2>&1'])(
      '%s takes the prompt away: the chapter goes on in another terminal, and says why',
      async (command) => {
        await type('cd /tmp; KEPT=1');
        const output = await type(command, { timeoutMs: 60_000 });
        expect(output).toMatchObject({ ended: 'exit', exitCode: null });
        expect(codes(output)).toEqual(['session-prompt-lost']);
        expect(output.durationMs).toBeLessThan(10_000);
        expect(await type('echo $KEPT $PWD')).toMatchObject({ text: '1 /tmp', exitCode: 0 });
      },
    );

    test('what follows on the lines below is typed all the same', async () => {
      const output = await type('exec 2>/dev/null\necho one; ls /nowhere\necho two', { timeoutMs: 60_000 });
      expect(output.text).toBe('one\ntwo');
    });

    test('output that was sent elsewhere is not on the screen, and the chapter goes on', async () => {
      await type('exec >/tmp/tutor-elsewhere');
      expect(await type('echo elsewhere')).toMatchObject({ text: '', exitCode: 0 });
      await type('exec >/dev/tty');
      expect((await type('cat /tmp/tutor-elsewhere')).text).toBe('elsewhere');
    });
  });
}
