import { describe, expect, test } from 'vitest';
import type { Bench } from '../contract.ts';

export function innerPrograms(bench: Bench): void {
  const { type } = bench;
  const inShell = (text: string) => type(text, { into: 'container' });
  const kinds = () => bench.session.open.map(({ kind }) => kind);
  describe('programs within programs', () => {
    test.each(['bash --norc', 'bash --norc -r', 'dash -i', 'sh -i', 'script -q /dev/null'])(
      '%s: its commands have their own output and status',
      async (shell) => {
        expect(await type(shell)).toMatchObject({ ended: 'opened', exitCode: null });
        expect(await inShell('echo in; (exit 3)')).toMatchObject({ text: 'in', exitCode: 3, ended: 'exit' });
        expect(await inShell('echo $?')).toMatchObject({ text: '3', exitCode: 0 });
        expect((await inShell('for n in 1 2\ndo echo $n\ndone')).text).toBe('1\n2');
        expect((await inShell('cat <<E\nline\nE')).text).toBe('line');
        expect((await inShell("printf 'no newline'")).text).toBe('no newline');
        const long = 'y'.repeat(300);
        expect((await inShell(`echo ${long}`)).text).toBe(long);
        expect(await inShell('exit')).toMatchObject({ ended: 'exit', exitCode: null });
        expect(await type('echo outside')).toMatchObject({ text: 'outside', exitCode: 0 });
        expect(kinds()).toEqual(['shell']);
      },
    );

    test.each(['dash -i', 'sh -i', 'bash --norc'])('%s: a tab is a tab', async (shell) => {
      await type(shell);
      await inShell("cat > Makefile <<'E'\nall:\n\techo 100% \\\\done \\\n\t\t'q'\nE");
      expect((await inShell('cat -A Makefile')).text).toBe("all:$\n^Iecho 100% \\\\done \\$\n^I^I'q'$");
      expect(await inShell("printf 'a\tb' | cat -A; (exit 4)")).toMatchObject({ text: 'a^Ib', exitCode: 4 });
      const body = Array.from({ length: 60 }, (_, line) => `\t줄 ${line} ${'x'.repeat(20)}`).join('\n');
      expect((await inShell(`cat > long <<'E'\n${body}\n\nE`)).text).toBe('');
      expect((await inShell('cat long')).text.trimEnd().replace(/^ {8}/gm, '\t')).toBe(body);
    });

    test('the history of an inner bash holds nothing of tutor', async () => {
      await type('HISTFILE= bash --norc');
      await inShell('echo typed');
      expect((await inShell('history')).text).toMatch(/^ +1 +echo typed\n +2 +history$/);
    });

    test('nested two deep, each left by itself', async () => {
      await type('bash --norc');
      await inShell('LEVEL=one');
      await inShell('dash -i');
      expect(bench.session.open).toHaveLength(3);
      expect(await inShell('echo "[$LEVEL]"; false')).toMatchObject({ text: '[]', exitCode: 1 });
      await inShell('exit');
      expect((await inShell('echo "[$LEVEL]"')).text).toBe('[one]');
      await inShell('Ctrl-D');
      expect(bench.session.open).toHaveLength(1);
    });

    test('a program that ends by itself leaves the reader in the shell', async () => {
      await type('bash --norc');
      expect(await inShell('exec sleep 0.2')).toMatchObject({ ended: 'exit' });
      expect(await type('echo host')).toMatchObject({ text: 'host', exitCode: 0 });
    });

    test.each([
      [`printf '\\rloading 20%%'; sleep 1.2; printf '\\rloading 100%%\\n'; echo done`, 'loading 100%\ndone'],
      [`printf '가격 $ '; sleep 1.2; echo 3000`, '가격 $ 3000'],
      [`for n in 1 2; do printf 'step # '; sleep 0.9; done; echo`, 'step # step #'],
      [`bash -c 'printf "> "; sleep 1.2; echo went on'`, '> went on'],
      [`python3 -c 'import time; print("50%", end="", flush=True); time.sleep(1.2); print(" ok")'`, '50% ok'],
      [
        `python3 -c 'import select; print("10 %", end="", flush=True); select.epoll().poll(1.2); print(" done")'`,
        '10 % done',
      ],
    ])('a pause behind a sign that prompts end with is no prompt: %s', async (command, text) => {
      expect(await type(command)).toMatchObject({ text, ended: 'exit', exitCode: 0 });
      expect(kinds()).toEqual(['shell']);
    });

    test('a program of which only its own prompt can be seen waits for its terminal', async () => {
      const asker = `import select, sys
loop = select.epoll(); loop.register(0, select.EPOLLIN); line = ""
while line != "bye\\n":
    print("heard " * bool(line) + line + "say> ", end="", flush=True); loop.poll(); line = sys.stdin.readline()`;
      expect((await type(`python3 -c '${asker}'`)).ended).toBe('opened');
      expect((await type('hello', { into: 'repl' })).text).toBe('heard hello');
      expect((await type('bye', { into: 'repl' })).ended).toBe('exit');
      const inThread = `import threading
      def loop():
          while True:
              if input("> ") == "bye": break
      thread = threading.Thread(target=loop); thread.start(); thread.join()`.replaceAll('\n      ', '\n');
      expect((await type(`python3 -c '${inThread}' 2>&1 | cat`)).ended).toBe('opened');
      expect((await type('bye', { into: 'repl' })).ended).toBe('exit');
    });

    test('the shell’s own mark ends what was taken for a program by mistake', async () => {
      await type(`psql() { stty raw -echo; printf 'loading 20%%'; sleep 1; stty sane; echo; }`);
      await type('psql');
      const startedAt = performance.now();
      expect((await type('echo next')).text).toBe('next');
      expect(await type('echo more')).toMatchObject({ text: 'more', exitCode: 0 });
      expect(performance.now() - startedAt).toBeLessThan(8000);
      expect(kinds()).toEqual(['shell']);
    });

    test('a prompt that nobody knows is learned', async () => {
      await type(
        'repl() { while IFS= read -e -r -p \'tutor-db=> \' line; do [ "$line" = quit ] && break; echo "<$line>"; done; }',
      );
      expect(await type('repl')).toMatchObject({ ended: 'opened', text: '' });
      expect(kinds()).toEqual(['shell', 'repl']);
      expect(await type('select 1;', { into: 'repl' })).toMatchObject({ text: '<select 1;>', exitCode: null });
      expect((await type('two\nlines', { into: 'repl' })).text).toBe('<two>\n<lines>');
      expect(await type('quit', { into: 'repl' })).toMatchObject({ ended: 'exit', text: '' });
      expect((await type('echo host')).text).toBe('host');
    });

    test('a statement over several lines keeps its own indentation where the line editor adds some', async () => {
      await type(`repl() {
  while IFS= read -e -r -p 'tutor=> ' line; do
    case $line in
      quit) break ;;
      *:)
        while IFS= read -e -r -p '... ' -i '    ' more; do
          [ -z "\${more// }" ] && break
          line+="|$more"
        done ;;
    esac
    echo "<$line>"
  done
}`);
      await type('repl');
      expect((await type('for x:\n  one\n    two', { into: 'repl' })).text).toBe('<for x:|  one|    two>');
      expect((await type('for y:\n  one\n', { into: 'repl' })).text).toBe('<for y:|  one>');
      expect((await type('z', { into: 'repl' })).text).toBe('<z>');
    });

    test('a line that runs on says how to end it, and is ended so', async () => {
      await type(`repl() {
  while IFS= read -e -r -p 'tutor=> ' line; do
    [ "$line" = follow ] && bash -c "trap 'echo stopped; exit' INT; echo '(press Ctrl-C to quit)'; sleep 300 & wait"
    [ "$line" = slow ] && sleep 2 && echo done
  done
}; trap : INT`);
      await type('repl');
      expect((await type('slow', { into: 'repl' })).text).toBe('done');
      const output = await type('follow', { into: 'repl', timeoutMs: 60_000 });
      expect(output).toMatchObject({ text: '(press Ctrl-C to quit)', ended: 'interrupted' });
      expect(output.messages.map(({ code }) => code)).toEqual(['session-endless']);
      expect(await type('Ctrl-D', { into: 'repl' })).toMatchObject({ ended: 'exit' });
      expect(kinds()).toEqual(['shell']);
    });

    test('keys that the program shows are no output', async () => {
      await type(`db() { bash -c 'read -r -p "tutor=> " line || printf "^DBye\\n"'; }`);
      expect(await type('db')).toMatchObject({ ended: 'opened' });
      expect(await type('Ctrl-D', { into: 'repl' })).toMatchObject({ ended: 'exit', text: 'Bye' });
    });

    test('a host command is never typed into what is still open', async () => {
      await type('bash --norc');
      await inShell('cat() { echo wrong shell; }');
      await inShell("PS1='mysql> '");
      const { messages } = await type('echo right', { into: 'shell' });
      expect(messages.map(({ code }) => code)).toEqual([]);
      await type('repl() { while IFS= read -e -r -p \'db> \' line; do echo "<$line>"; done; }; repl');
      const output = await type('echo right');
      expect(output).toMatchObject({ text: 'right', exitCode: 0 });
      expect(output.messages.map(({ code }) => code)).toEqual(['session-left-program']);
    });

    test('a line for a container is not typed where none is open', async () => {
      const output = await type('touch /tmp/tutor-wrong-place', { into: 'container' });
      expect(output).toMatchObject({ ended: 'not-typed', text: '', exitCode: null });
      expect(output.messages.map(({ code }) => code)).toEqual(['session-no-container']);
      expect((await type('ls /tmp/tutor-wrong-place')).exitCode).not.toBe(0);
    });

    test('leave() goes back to the shell', async () => {
      await type('bash --norc');
      await inShell('dash -i');
      await bench.session.leave();
      expect(bench.session.open).toHaveLength(1);
      expect((await type('echo here')).text).toBe('here');
    });
  });
}
