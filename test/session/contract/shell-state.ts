import { describe, expect, test } from 'vitest';
import type { Bench } from '../contract.ts';

export function shellState(bench: Bench): void {
  const { type } = bench;
  describe('one shell, as a reader has it', () => {
    test('folder, variables, functions, aliases and options carry over', async () => {
      await type('mkdir -p /tmp/tutor-carry && cd /tmp/tutor-carry');
      await type('NAME="Elton S"; export SHELL_LEVEL=1');
      await type('greet() { echo "hello $1"; }');
      await type("alias hi='greet alias'");
      expect((await type('greet "$NAME"; hi; pwd; echo $SHELL_LEVEL')).text).toBe(
        'hello Elton S\nhello alias\n/tmp/tutor-carry\n1',
      );
      expect(bench.session.cwd).toBe('/tmp/tutor-carry');
      await type("set -u; trap 'echo bye' USR1");
      expect((await type('echo $UNSET_NAME')).text).toContain('unbound variable');
      expect((await type('kill -USR1 $$')).text).toBe('bye');
      expect((await type('(cd / && pwd); pwd')).text).toBe('/\n/tmp/tutor-carry');
    });

    test('every command has its own exit status, pipelines too', async () => {
      expect((await type('true')).exitCode).toBe(0);
      expect((await type('(exit 37)')).exitCode).toBe(37);
      expect((await type('echo $?')).text).toBe('37');
      expect((await type('false | true')).exitCode).toBe(0);
      expect((await type('no-such-command-here')).exitCode).toBe(127);
      expect(await type(') oops')).toMatchObject({ exitCode: 2, text: expect.stringContaining('syntax error') });
    });

    test('a comment has no status of its own', async () => {
      await type('false');
      expect(await type('# nothing')).toMatchObject({ exitCode: 0, text: '' });
    });

    test('a command over several lines is one command', async () => {
      expect((await type('cat <<END\n\ttab\n  한국어 "quoted" $((1+1)) \\\\\nEND')).text).toBe(
        '        tab\n  한국어 "quoted" 2 \\',
      );
      expect((await type('for n in 1 2 3\ndo\n  echo "n=$n"\ndone')).text).toBe('n=1\nn=2\nn=3');
      expect((await type('echo one \\\n  two')).text).toBe('one two');
      expect((await type("echo 'first\nsecond'")).text).toBe('first\nsecond');
      expect((await type('echo a\necho b')).text).toBe('a\nb');
    });

    test('a tab completes nothing and reaches a file', async () => {
      await type("printf '%s' '\tx\ty' > /tmp/tutor-tabs");
      expect((await type('od -An -c /tmp/tutor-tabs')).text.trim()).toMatch(/^\\t\s+x\s+\\t\s+y$/);
    });

    test('an exclamation mark means what it means to a reader', async () => {
      expect((await type('echo "Hello!"')).text).toBe('Hello!');
      expect((await type("echo 'wow !important'")).text).toBe('wow !important');
      expect(await type('echo !nosuchevent')).toMatchObject({
        exitCode: 1,
        text: expect.stringContaining('event not found'),
      });
    });

    test('a line of 64 KiB arrives whole', async () => {
      const long = 'x'.repeat(65_536);
      expect((await type(`printf %s ${long} | wc -c`)).text).toBe('65536');
      expect((await type(`echo ${long}`)).text).toBe(long);
    });

    test('Korean, wide and combining characters survive, also where the locale is not UTF-8', async () => {
      expect((await type('echo 한국어 日本 e\u0301 🐳')).text).toBe('한국어 日本 e\u0301 🐳');
      await type('export LC_ALL=C');
      expect((await type('echo 한국어')).text).toBe('한국어');
      expect((await type('printf %s 한 | wc -c')).text).toBe('3');
    });

    test('set -x shows the reader’s commands only', async () => {
      expect((await type('set -x; echo traced')).text).toBe('+ echo traced\ntraced');
      expect((await type('set +x')).text).toBe('+ set +x');
    });

    test('a DEBUG trap sees the reader’s commands only', async () => {
      await type("trap 'echo debug' DEBUG");
      expect((await type('true')).text).toBe('debug');
    });

    test('a prompt of the reader’s own does no harm', async () => {
      expect(await type("PS1='mine> '")).toMatchObject({ ended: 'exit', text: '' });
      expect(await type('echo after')).toMatchObject({ ended: 'exit', text: 'after', exitCode: 0 });
      expect(bench.session.open).toHaveLength(1);
    });

    test('history holds what was typed, and nothing else', async () => {
      await type('echo first');
      await type('VALUE=2');
      expect((await type('history')).text).toMatch(/^ +1 +echo first\n +2 +VALUE=2\n +3 +history$/);
    });
  });
}
