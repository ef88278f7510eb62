import { describe, expect, test } from 'vitest';
import { ShownAnswers } from '../../runner/session/shown-answers.ts';

describe('what the chapter shows behind a question', () => {
  test.each([
    ['typed', '#? 2', '#?', '2'],
    ['Enter', 'Organizational Unit Name []:', 'Organizational Unit Name []:', ''],
    ['of another reader', 'Enter file (/home/me/.ssh/id_rsa): key', 'Enter file (/root/.ssh/id_rsa):', 'key'],
    ['with another default', 'version: (2.1.0) 3', 'version: (1.0.0)', '3'],
    [
      'a password that need not be',
      'Enter passphrase (empty for no passphrase):',
      'Enter passphrase (empty for no passphrase):',
      '',
    ],
    ['no password', 'Password:', 'Password:', null],
    ['a hidden password', 'Password: ******', 'Password:', null],
    ['a shown password', 'Password: secret1', 'Password:', 'secret1'],
    ['whether yes or no is not shown', 'Continue? [Y/n]', 'Continue? [Y/n]', null],
    ['another question', 'Name: x', 'Age:', null],
  ])('%s', (_, shown, question, answer) => {
    expect(new ShownAnswers(shown).take(question)).toBe(answer);
  });

  test('is taken once, from top to bottom', () => {
    const answers = new ShownAnswers('Name: a\nName: b');
    expect(['Name:', 'Name:', 'Name:'].map((question) => answers.take(question))).toEqual(['a', 'b', null]);
  });

  test('is repeated where a password is asked for again', () => {
    const answers = new ShownAnswers('New password: secret1\nRetype new password:');
    expect(['New password:', 'Retype new password:'].map((question) => answers.take(question))).toEqual([
      'secret1',
      'secret1',
    ]);
  });
});
