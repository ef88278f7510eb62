import { expect, test } from 'vitest';
import { chapterOptions } from '../../runner/pipeline/run-settings.ts';

const env = { KEY: 'k3y', HTTP_PROXY: 'http://kim:pass%21word@proxy:3128', PATH: '/bin' };

test('who runs chapters by a program or by vitest has its secrets masked, and the password of its proxy', () => {
  const { secrets } = chapterOptions({}, ['KEY', 'UNSET'], env);
  expect(secrets[0]).toBe('k3y');
  expect(secrets).toContain('pass!word');
  expect(secrets.join(' ')).not.toContain('/bin');
  expect(chapterOptions({}, [], { PATH: '/bin' }).secrets).toEqual([]);
});

test.each([
  ['all' as const, true],
  [['snapshots'], true],
  [['age'], false],
  [undefined, false],
])('strict about %s: a difference from the snapshot fails is %s', (strict, fails) => {
  const options = chapterOptions(strict === undefined ? {} : { strict });
  expect([options.strictSnapshots, options.match.strict]).toEqual([fails, strict ?? []]);
  expect([options.timeoutMs, options.columns, options.locale]).toEqual([600_000, 120, 'en']);
});
