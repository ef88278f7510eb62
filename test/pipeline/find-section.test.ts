import { expect, test } from 'vitest';
import { parseChapter } from '../../runner/parser/index.ts';
import { findSection } from '../../runner/pipeline/read-plan.ts';

const book = parseChapter(
  '# The book\n\n## 1. First\n\n### Inner one\n\n### Inner two\n\n## 2. 둘째 절\n\n## 4. Fourth\n',
  { id: 'x', path: 'x.md' },
);
const plain = parseChapter('## Alpha\n\n## Beta\n\n### Gamma\n', { id: 'y', path: 'y.md' });

test.each([
  ['1', '1. First'],
  ['1-2', 'Inner two'],
  ['1.2', 'Inner two'],
  ['2-둘째-절', '2. 둘째 절'],
  ['4', '4. Fourth'],
  ['Inner one', 'Inner one'],
])('%s is the section "%s"', (name, title) => {
  expect(findSection(book, name).title).toBe(title);
});

test('sections without numbers of their own are counted', () => {
  expect(findSection(plain, '2').title).toBe('Beta');
  expect(findSection(plain, '2-1').title).toBe('Gamma');
});

test('an unknown one is told with what may have been meant', () => {
  expect(() => findSection(plain, 'gama')).toThrow('Did you mean "gamma"?');
  expect(() => findSection(plain, '7')).toThrow('alpha, beta, gamma');
});
