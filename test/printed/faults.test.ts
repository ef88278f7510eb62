import { expect, test } from 'vitest';
import { faultForms, faultIn } from '../../runner/printed/faults/read-faults.ts';
import { linesOf } from './examples.ts';

const examples = faultForms.flatMap(({ kind, examples }) =>
  linesOf(examples).map((example) => {
    const [line = '', thing = ''] = example.split(' → ');
    return [line, kind, thing] as const;
  }),
);

test.each(examples)('%s', (line, kind, thing) => {
  const fault = faultIn(line);
  const named = fault?.thing ? `${fault.thing.kind} ${fault.thing.name}`.trim() : 'nothing';
  expect([fault?.kind, fault?.holder ? `${named}, held by ${fault.holder}` : named]).toEqual([kind, thing]);
});
