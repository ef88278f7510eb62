import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { harmlessText, LiveOutput } from '../../runner/session/live.ts';
import { Secrets } from '../../runner/session/secrets.ts';

function liveOf(chunks: readonly string[], secrets: readonly string[] = []): string {
  let seen = '';
  const live = new LiveOutput(new Secrets(secrets), (text) => {
    seen += text;
  });
  for (const chunk of chunks) live.write(chunk);
  live.flush();
  return seen;
}

describe('the live view', () => {
  test.each([
    ['\x1b]0;title\x07a', 'a'],
    ['\x1b]52;c;aGk=\x1b\\a', 'a'],
    ['\x1bP1$r0m\x1b\\a', 'a'],
    ['\x1b[6n\x1b[c\x1b[>c\x1b[5ta', 'a'],
    ['\x1b[?1000h\x1b[?2004ha', 'a'],
    ['\x1bca', 'a'],
    ['\x9b2Ja', '2Ja'],
    ['\x1b]0;never ended', ''],
  ])('%j becomes %j', (text, safe) => {
    expect(harmlessText(text)).toBe(safe);
  });

  test('colours, cursor movement and the alternate screen stay', () => {
    const text = '\x1b[31mred\x1b[0m\r\x1b[2K\x1b[1A\x1b[?25l\x1b[?1049h\t\b한\n';
    expect(harmlessText(text)).toBe(text);
  });

  test('no cut lets a harmful sequence or a secret through', () => {
    const part = fc.constantFrom(
      '\x1b]0;title\x07',
      '\x1b[6n',
      'hunter22',
      'hunt',
      'er22',
      '\x1b[31m',
      'a',
      '\x1b',
      ']52;c;x\x07',
    );
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const seen = liveOf(parts, ['hunter22']);
        expect(seen).not.toMatch(/\x1b[\]P_^]|\x1b\[6n/);
        expect(seen).not.toContain('hunter22');
      }),
    );
  });
});

describe('secrets', () => {
  test('are masked in base64, too, wherever they begin in it', () => {
    const secrets = new Secrets(['correct-horse']);
    for (const before of ['', 'a', 'ab', 'abc', 'elton:']) {
      const encoded = Buffer.from(`${before}correct-horse and more`).toString('base64');
      const shown = secrets.mask(encoded);
      expect(shown).toContain('***');
      const left = shown.split('***').map((part) => Buffer.from(part, 'base64').toString());
      expect(left.join(' ')).not.toMatch(/rrect|horse/);
    }
  });

  test('the longest is masked first, and one of two characters not at all', () => {
    expect(new Secrets(['pass', 'password', 'ab']).mask('password pass ab')).toBe('*** *** ab');
  });
});
