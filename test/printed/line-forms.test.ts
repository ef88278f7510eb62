import { expect, test } from 'vitest';
import { formOf, lineForms } from '../../runner/printed/forms/read-form.ts';
import { examplesIn } from './examples.ts';

const examples = examplesIn('line-forms.txt');

test.each(examples)('%s: %s', (name, line) => {
  expect(formOf(line)?.name).toBe(name);
});

test('every form has an example', () => {
  const shown = new Set(examples.map(([name]) => name));
  expect(lineForms.map(({ name }) => name).filter((name) => !shown.has(name))).toEqual([]);
});
