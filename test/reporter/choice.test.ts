import { expect, test } from 'vitest';
import type { UserError } from '../../runner/core/message.ts';
import { chooseReporters } from '../../runner/reporter/choice.ts';

const chosen = (given: readonly string[], onGitHub = false) => {
  const { log, github, vitest, written } = chooseReporters(given, onGitHub);
  return { log, github, vitest, files: written.map(({ file }) => file) };
};

test.each<[string[], object]>([
  [[], { log: true, github: false, vitest: [], files: [] }],
  [['junit=a.xml', 'json=b.json'], { log: true, files: ['a.xml', 'b.json'] }],
  [['junit=a.xml, sarif=c=d.sarif'], { log: true, files: ['a.xml', 'c=d.sarif'] }],
  [['json'], { log: false, files: [null] }],
  [['verbose', 'junit=a.xml'], { log: false, vitest: ['verbose'], files: ['a.xml'] }],
  [['terminal,github-actions'], { log: true, github: true }],
])('%j', (given, wanted) => {
  expect(chosen(given)).toMatchObject(wanted);
});

test('in a job of GitHub its reporter is there by itself, unless something else is printed', () => {
  expect(chosen([], true)).toMatchObject({ log: true, github: true });
  expect(chosen(['junit=a.xml'], true)).toMatchObject({ github: true });
  expect(chosen(['json'], true)).toMatchObject({ log: false, github: false });
});

test.each<[string[], string]>([
  [['nosuch'], 'unknown-reporter'],
  [['juint=a.xml'], 'unknown-reporter-near'],
  [['verbose=a.txt'], 'reporter-without-file'],
  [['json', 'junit'], 'reporters-on-stdout'],
  [['default,json'], 'reporters-on-stdout'],
])('%j is refused', (given, code) => {
  expect(() => chosen(given)).toThrowError(
    expect.objectContaining({ details: expect.objectContaining({ code }) as UserError['details'] }),
  );
});
