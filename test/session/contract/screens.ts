import { describe, expect, test } from 'vitest';
import { type Bench, typeInto } from '../contract.ts';

export function screens(bench: Bench): void {
  const { type } = bench;
  describe('output is what a person would copy', () => {
    test.each([
      ['no final newline', "printf 'a\\nb'", 'a\nb'],
      ['empty lines', "printf '\\na\\n\\n'", '\na\n'],
      ['colours', "printf '\\e[1;31mred\\e[0m plain\\e[K\\n'", 'red plain'],
      ['a title and a hyperlink', "printf '\\e]0;title\\a\\e]8;;http://x\\e\\\\link\\e]8;;\\e\\\\\\n'", 'link'],
      ['a progress bar', "for n in 10 50 100; do printf '\\r%3d%%' $n; done; echo ' done'", '100% done'],
      ['lines drawn again', "printf 'one\\ntwo\\n\\e[2A\\e[2K1\\n\\e[2K2\\n'", '1\n2'],
      ['backspaces', "printf 'abc\\b\\bX\\n'", 'aXc'],
      ['tabs and wide characters', "printf 'a\\tb\\n한\\tb\\n'", 'a       b\n한      b'],
      ['a cleared screen', "printf 'old\\n\\e[H\\e[2Jnew\\n'", 'new'],
      ['trailing spaces', "printf 'a   \\nb \\n'", 'a\nb'],
      ['bells and NULs', "printf 'a\\a\\0b\\n'", 'ab'],
      ['invalid UTF-8', "printf 'a\\xffb\\n'", 'a\ufffdb'],
    ])('%s', async (_, command, text) => {
      expect(await type(command)).toMatchObject({ text, exitCode: 0, ended: 'exit' });
    });

    test('a long line is one line, plain or drawn', async () => {
      const long = Array.from({ length: 60 }, (_, index) => `word${index}`).join(' ');
      expect((await type(`echo ${long}`)).text).toBe(long);
      expect((await type(`printf 'x\\r'; echo ${long}`)).text).toBe(long);
    });

    test('the terminal is 120 columns wide unless told otherwise, and can be resized', async () => {
      expect((await type('stty size')).text).toBe('50 120');
      const narrow = await bench.another({ columns: 80 });
      expect((await typeInto(narrow, 'stty size')).text).toBe('50 80');
      narrow.resize(100, 30);
      expect((await typeInto(narrow, 'sleep 0.3; stty size')).text).toBe('30 100');
      expect((await typeInto(narrow, 'echo still')).text).toBe('still');
    });

    test('a program that fills the screen is left as a person would, and what it showed is kept', async () => {
      await type(
        "pager() { printf '\\e[?1049h\\e[Hpage one'; until [ \"$key\" = q ]; do read -rsn1 key; done; printf '\\e[?1049l'; }",
      );
      expect(await type('pager')).toMatchObject({ ended: 'exit', exitCode: 0, text: 'page one' });
      expect((await type('echo back')).text).toBe('back');
    });

    test('a pager is read on until it shows what the chapter shows', async () => {
      const lines = Array.from({ length: 200 }, (_, index) => `line ${index + 1}`);
      await type('seq -f "line %g" 200 > /tmp/tutor-pages');
      const first = await type('more /tmp/tutor-pages');
      expect(first.text).toBe(lines.slice(0, 49).join('\n'));
      const whole = await type('more /tmp/tutor-pages', { holds: (text) => text.endsWith('line 200') });
      expect(whole).toMatchObject({ text: lines.join('\n'), ended: 'exit' });
    });

    test('one that fills the screen is read on, too; its last page goes back by some lines', async () => {
      await type(`pager() {
  local from=1 last key foot
  printf '\\e[?1049h'
  while :; do
    last=$((from + 48)); foot=:
    [ $last -ge 120 ] && from=72 last=120 foot='(END)'
    printf '\\e[H\\e[2J'; seq -f 'row %g' $from $last; printf '%s' "$foot"
    read -rsn1 key
    [ "$key" = q ] && break
    [ "$key" = ' ' ] && from=$((last + 1))
  done
  printf '\\e[?1049l'
}`);
      const rows = Array.from({ length: 120 }, (_, index) => `row ${index + 1}`);
      expect((await type('IFS= pager')).text).toBe(rows.slice(0, 49).join('\n'));
      const whole = await type('IFS= pager', { holds: (text) => text.endsWith('row 120') });
      expect(whole).toMatchObject({ text: rows.join('\n'), ended: 'exit', exitCode: 0 });
      expect(await type('IFS= pager', { holds: () => false })).toMatchObject({ text: rows.join('\n'), ended: 'exit' });
    });

    test('a query of the terminal is not answered into the next command', async () => {
      expect((await type("printf 'a\\e[6n\\e[c\\e[?1;2cb\\n'")).text).toBe('ab');
      expect(await type('echo next')).toMatchObject({ text: 'next', exitCode: 0 });
    });
  });
}
