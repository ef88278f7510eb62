import { expect, test } from 'vitest';
import { formOf, lineForms } from '../../runner/printed/forms/read-form.ts';
import { linesOf } from './examples.ts';

test.each(lineForms.flatMap(({ name, examples }) => linesOf(examples).map((line) => [line, name] as const)))(
  '%s',
  (line, name) => {
    expect(formOf(line)?.name).toBe(name);
  },
);
