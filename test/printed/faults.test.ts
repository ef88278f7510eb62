import { expect, test } from 'vitest';
import { faultForms, faultIn } from '../../runner/printed/faults/read-faults.ts';
import { examplesIn } from './examples.ts';

const examples = examplesIn('faults.txt');

test.each(examples)('%s: %s', (form, example) => {
  const [line = '', thing] = example.split(' → ');
  const fault = faultIn(line);
  const named = fault?.thing ? `${fault.thing.kind} ${fault.thing.name}`.trim() : 'nothing';
  expect([`${fault?.kind} by ${fault?.of}`, fault?.holder ? `${named}, held by ${fault.holder}` : named]).toEqual([
    form,
    thing,
  ]);
});

test('every form has an example', () => {
  const shown = new Set(examples.map(([form]) => form));
  expect(faultForms.map(({ kind, of }) => `${kind} by ${of}`).filter((form) => !shown.has(form))).toEqual([]);
});
