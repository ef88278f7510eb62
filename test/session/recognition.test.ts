import { describe, expect, test } from 'vitest';
import { BoundedLines } from '../../runner/session/bounded-lines.ts';
import { withoutEcho } from '../../runner/session/echo.ts';
import { keysOf, typedLines } from '../../runner/session/keys.ts';
import { Programs } from '../../runner/session/programs.ts';
import {
  asksForSecret,
  looksLikeContinuation,
  looksLikePrompt,
  looksLikeQuestion,
  looksLikeShellPrompt,
  mayAsk,
} from '../../runner/session/prompt-text.ts';
import { joinShown, keepsNotices } from '../../runner/session/shown-text.ts';
import { wayTo } from '../../runner/session/way.ts';

describe('a line on which the cursor rests', () => {
  test.each([
    'root@c988caf7b59c:/#',
    '/ #',
    'sh-4.2$',
    '[root@host /]#',
    'mysql>',
    'MariaDB [(none)]>',
    '127.0.0.1:6379>',
    '>>>',
    'test>',
    'postgres=#',
    'sqlite>',
  ])('%s is a prompt', (line) => {
    expect(looksLikePrompt(line)).toBe(true);
  });

  test.each([
    ['root@c988caf7b59c:/#', true],
    ['/ #', true],
    ['bash-5.1$', true],
    ['postgres=#', false],
    ['mysql>', false],
  ])('%s is a shell’s prompt: %s', (line, shell) => {
    expect(looksLikeShellPrompt(line)).toBe(shell);
  });

  test.each(['...', '    ->', 'postgres-#', "'>", '|'])('%s asks for a further line', (line) => {
    expect(looksLikeContinuation(line)).toBe(true);
  });

  test.each([
    'Do you want to continue? [Y/n]',
    'Are you sure you want to continue connecting (yes/no/[fingerprint])?',
    'Remove file? (y/N):',
    'Password:',
    '[sudo] password for elton:',
    'Enter passphrase for key:',
    'Press any key to continue . . .',
    'Press ENTER to continue',
    'Username:',
    '비밀번호:',
    '계속하려면 아무 키나 누르십시오 . . .',
  ])('%s is a question', (line) => {
    expect(looksLikeQuestion(line)).toBe(true);
  });

  test.each([
    'Listening on port 3000',
    'Downloading... 40%',
    'web-1  | ready',
    'Step 1/3 : FROM alpine',
    'Serving on http://x/',
  ])('%s is neither', (line) => {
    expect(looksLikeQuestion(line)).toBe(false);
    expect(looksLikePrompt(line.replace(/%$/, ''))).toBe(false);
  });

  test('how far a download has come is no question', () => {
    for (const line of [
      '0% [Working]',
      '12% [1 Packages 3,456 kB/9,876 kB 35%]',
      '100% [Connecting to deb.debian.org (151.101.2.132)]',
    ])
      expect(mayAsk(line)).toBe(false);
    for (const line of [
      'Do you want to continue? [Y/n]',
      '패키지를 설치할까요? [예/아니요]',
      'Geographic area:',
      'Overwrite (50% full)?',
    ])
      expect(mayAsk(line)).toBe(true);
  });

  test('a password question hides its answer', () => {
    expect(asksForSecret('Enter password:')).toBe(true);
    expect(asksForSecret('Name:')).toBe(false);
  });
});

describe('what is typed', () => {
  test.each([
    ['Ctrl-P Ctrl-Q', '\x10\x11'],
    ['Ctrl+P, Ctrl+Q', '\x10\x11'],
    ['^P^Q', '\x10\x11'],
    ['Ctrl-C', '\x03'],
    ['^D', '\x04'],
    ['ctrl-p then ctrl-q', '\x10\x11'],
    ['\x03', '\x03'],
  ])('%j names keys', (text, pressed) => {
    expect(keysOf(text)).toBe(pressed);
  });

  test.each(['echo ^C', 'ls', 'Ctrl', '', 'ctrl-alt-del'])('%j is a line', (text) => {
    expect(keysOf(text)).toBeNull();
  });

  test('control characters would edit the line: only tabs are typed', () => {
    expect(typedLines('a\x03b\r\n\tc\x1b[A')).toEqual(['ab', '\tc[A']);
  });

  test('an echo is taken away, also where the line editor has wrapped it', () => {
    expect(withoutEcho(['db> select 1', ';', '1'], 'db>', 'select 1;')).toEqual(['1']);
    expect(withoutEcho(['something else', '1'], 'db>', 'select 1;')).toEqual(['1']);
  });
});

describe('where a step goes', () => {
  const stack = (...kinds: ('container' | 'repl')[]) => {
    const programs = new Programs();
    for (const kind of kinds) programs.push(kind, kind, kind === 'container', kind === 'repl' ? '>>>' : '/ #');
    return programs;
  };

  test.each([
    ['shell', 'ls', stack(), { how: 'type' }],
    ['shell', 'ls', stack('container'), { how: 'leave', keep: 1 }],
    ['shell', 'exit', stack('container'), { how: 'type' }],
    ['shell', '^C', stack('container'), { how: 'type' }],
    ['shell', '^D', stack(), { how: 'refuse', code: 'session-no-program' }],
    ['container', 'ls', stack(), { how: 'refuse', code: 'session-no-container' }],
    ['container', 'ls', stack('container', 'repl'), { how: 'leave', keep: 2 }],
    ['container', 'exit', stack('container', 'repl'), { how: 'type' }],
    ['repl', '1 + 1', stack('container', 'repl'), { how: 'type' }],
    ['repl', '1 + 1', stack('container'), { how: 'refuse', code: 'session-no-program' }],
  ] as const)('into %s, %j', (into, text, programs, way) => {
    expect(wayTo({ into, text }, programs)).toEqual(way);
  });
});

describe('the text of a step', () => {
  const kept = (...lines: string[]) => ({ lines, omitted: 0, omittedAfter: 0 });

  test('has no notices about jobs, unless it is about jobs', () => {
    const lines = ['one', '[1]+  Done                    sleep 1', '[2]-  Exit 3                  false', '[3] 4711'];
    expect(joinShown([kept(...lines)], keepsNotices('echo one')).text).toBe('one\n[3] 4711');
    expect(joinShown([kept(...lines)], keepsNotices('wait')).text).toBe(lines.join('\n'));
    expect(joinShown([kept(...lines)], keepsNotices('echo one', lines.join('\n'))).text).toBe(lines.join('\n'));
  });

  test('has none behind its last line or over several lines either', () => {
    const notice = ['served[1]+  Done                    python3 -c "', 'serve()"'];
    expect(joinShown([kept('one', ...notice)], false).text).toBe('one\nserved');
    const inside = ['served[1]+  Done                    ls', 'more'];
    expect(joinShown([kept(...inside)], false).text).toBe(inside.join('\n'));
  });

  test('says where lines are left out', () => {
    const lines = new BoundedLines();
    for (let index = 1; index <= 10_000; index += 1) lines.push(String(index));
    const { omitted, omittedAfter, lines: shown } = lines.kept();
    expect(shown.length + omitted).toBe(10_000);
    expect(shown[omittedAfter - 1]).toBe(String(omittedAfter));
    expect(shown[omittedAfter]).toBe(String(omittedAfter + omitted + 1));
  });

  test('what a screen takes back is no longer among the kept lines', () => {
    for (const count of [3, 1990, 2005, 5000]) {
      const lines = new BoundedLines();
      for (let index = 1; index <= count; index += 1) lines.push(String(index));
      expect(lines.takeLast(2)).toEqual([String(count - 1), String(count)]);
      lines.push('next');
      expect(lines.kept().lines.slice(-2)).toEqual([String(count - 2), 'next']);
    }
  });
});
