import { describe, expect, test } from 'vitest';
import type { Bench } from '../contract.ts';

export function questions(bench: Bench): void {
  const { type } = bench;
  describe('questions', () => {
    const confirm = 'read -r -p \'Do you want to continue? [Y/n] \' reply; echo "[$reply]"';

    test('an answer of the chapter is given', async () => {
      expect(await type(confirm, { answers: ['y'] })).toMatchObject({
        text: 'Do you want to continue? [Y/n] y\n[y]',
        ended: 'exit',
        exitCode: 0,
      });
    });

    test.each([
      ['yes or no', confirm, 'Do you want to continue? [Y/n]'],
      ['a password', "read -r -s -p 'Password for root: ' reply", 'Password for root:'],
      ['any key without a word', 'read -r -s -n 1', ''],
      ['any key', "read -r -n 1 -p 'Press any key to continue . . . '", 'Press any key to continue . . .'],
      ['a name', "read -r -p 'What is your name? ' reply", 'What is your name?'],
    ])('%s: without an answer the step ends with the question, not by its time limit', async (_, command, question) => {
      const output = await type(command, { timeoutMs: 60_000 });
      expect(output).toMatchObject({ ended: 'question', exitCode: null });
      expect(output.durationMs).toBeLessThan(10_000);
      const asked = { code: 'session-question', args: { question } };
      expect(output.messages).toMatchObject([question === '' ? { code: 'session-waits-for-input' } : asked]);
      expect((await type('echo next')).text).toBe('next');
    });

    test.each([
      ['read -t 1 -n 1 x; echo after', 'after'],
      ['read -rsn1 -t 1; echo after', 'after'],
      ['read -t 1 x || echo "too late"', 'too late'],
      ['while ! read -t 0.5 -n 1 key; do n=$((n + 1)); [ $n -ge 3 ] && break; done; echo $n', '3'],
    ])('a question that waits only for a time is over by itself: %s', async (command, text) => {
      expect(await type(command)).toMatchObject({ text, ended: 'exit', messages: [] });
      expect(await type('echo still here')).toMatchObject({ text: 'still here', exitCode: 0 });
    });

    test('a key that is waited for without end is a question', async () => {
      expect(await type('read -n 1 x; echo after')).toMatchObject({ ended: 'question' });
      expect(await type("read -p 'Name > ' name; echo; echo $name", { answers: ['Kim'] })).toMatchObject({
        text: 'Name > Kim\n\nKim',
      });
    });

    test('several questions get their answers in order', async () => {
      const command = "read -p 'Name: ' a; read -p 'Again? ' b; echo \"$a/$b\"";
      expect((await type(command, { answers: ['x', 'y'] })).text).toBe('Name: x\nAgain? y\nx/y');
    });

    test('answers stand behind their questions in the output that the chapter shows', async () => {
      const command = `select x in red green; do echo "chose $x"; break; done
        read -p 'Save it in (/root/x): ' file; read -p 'State [Some]:' state; echo "[$file/$state]"`.replace('\n', ';');
      const shown = '1) red\n2) green\n#? 2\nchose green\nSave it in (/home/me/x):\nState [Some]:Seoul\n[/Seoul]';
      expect((await type(command, { shown })).text).toBe(shown.replace('/home/me', '/root'));
    });

    test('a program that reads key by key is answered where the chapter shows the answer', async () => {
      const command = `python3 -c "
import readline
print('hello', input('package name: (app) '))
"`;
      const shown = 'package name: (app) kettle\nhello kettle';
      expect((await type(command, { shown })).text).toBe(shown);
    });

    test('an answer that takes its time to be worked on is not asked for again', async () => {
      const command = "read -r -s -p 'Password: ' reply; sleep 2; echo; echo done";
      expect(await type(command, { answers: ['correct-horse'] })).toMatchObject({
        text: 'Password:\ndone',
        ended: 'exit',
      });
    });

    test('what is typed at a password question is shown nowhere', async () => {
      const command = 'read -r -s -p \'Password: \' reply; echo; echo "got $reply"';
      const output = await type(command, { answers: ['correct-horse'] });
      expect(output.text).toBe('Password:\ngot ***');
      expect((await type('echo $reply')).text).toBe('***');
      expect(bench.live()).not.toContain('correct-horse');
    });

    test('a program that waits for input without a word is ended, and says so', async () => {
      const output = await type('cat', { timeoutMs: 60_000 });
      expect(output.ended).toBe('question');
      expect(output.messages.map(({ code }) => code)).toEqual(['session-waits-for-input']);
      expect(output.durationMs).toBeLessThan(10_000);
    });

    test.each([
      '(sleep 2; echo one) | wc -l',
      'sleep 2 | cat; echo 1',
      '(sleep 2; echo 1) | while read line; do echo $line; done',
      'mkfifo pipe; (sleep 2; echo 1) > pipe & cat < pipe; rm pipe',
    ])('what waits for another program does not wait for the keyboard: %s', async (command) => {
      const output = await type(command);
      expect(output).toMatchObject({ ended: 'exit', exitCode: 0 });
      expect(output.text).toMatch(/^1$/m);
    });

    test('an open quote is an incomplete command, not a hung one', async () => {
      const output = await type("echo 'never closed", { timeoutMs: 60_000 });
      expect(output.messages.map(({ code }) => code)).toEqual(['session-incomplete']);
      expect((await type('echo next')).text).toBe('next');
    });
  });
}
