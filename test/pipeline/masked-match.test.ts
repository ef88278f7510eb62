import { describe, expect, test } from 'vitest';
import { maskedMatch } from '../../runner/pipeline/masked-match.ts';
import { Secrets } from '../../runner/session/index.ts';
import { typedStep } from './typed-step.ts';

function compare(chapter: string, actual: string) {
  const lines = chapter.split('\n').map((text, index) => ({ text, range: { start: 0, end: 0 }, line: 8 + index }));
  const shown = { form: 'inline', lines, text: chapter, line: 8, partial: false, block: 0 } as const;
  const step = typedStep('cat settings', { expected: shown });
  const context = { path: 'chapter.md', bindings: {}, options: {} };
  return maskedMatch(step, { text: actual, exitCode: 0 }, context, new Secrets(['hunter22']));
}

describe('a password that the chapter shows and its reader types', () => {
  test('holds where it comes out, masked or not', () => {
    expect(compare('password: hunter22', 'password: ***')?.verdict).toBe('exact');
    expect(compare('password: hunter22', 'password: hunter22')?.verdict).toBe('exact');
    expect(compare('password: hunter22', 'password: other')?.verdict).toBe('mismatch');
  });

  test('is in no part of a report', () => {
    const { resolved, ...reported } =
      compare('user: elton\npassword: hunter22', 'user: other\npassword: hunter22') ?? {};
    expect(JSON.stringify(reported)).toContain('***');
    expect(JSON.stringify(reported)).not.toContain('hunter22');
    expect(resolved).toBeDefined();
  });

  test('stays in the chapter when that is updated', () => {
    const match = compare('elton hunter22 open\npassword: hunter22', 'elton hunter22 closed\npassword: hunter22');
    expect(match?.resolved.map(({ text }) => text)).toEqual(['elton hunter22 closed', 'password: hunter22']);
  });

  test('one that only the output shows is not written into the chapter', () => {
    const match = compare('one\ntwo', 'one\nhunter22');
    expect(match?.resolved.map(({ text }) => text)).toEqual(['one', '***']);
  });
});
