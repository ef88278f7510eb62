import { expect, test } from 'vitest';
import { fuzz } from './fuzzed.ts';

test('whatever is read is understood or refused in a sentence', async () => {
  const crashes: string[] = [];
  await fuzz(40, 20_261_130, ({ kind, text, crash }) => {
    if (crash !== null) crashes.push(`${kind}: ${crash}\n${JSON.stringify(text)}`);
  });
  expect(crashes).toEqual([]);
}, 120_000);
