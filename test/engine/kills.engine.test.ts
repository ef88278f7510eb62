import { expect, test } from 'vitest';
import { faultsOf, runAndEnd, verbs, ways } from './kills.ts';

/** Once in each way, at moments spread over the run; `npm run stress:kills` does fifty at random ones. */
test('whatever ends tutor, and when: nothing is left, and no file is torn', async () => {
  const wholes = [];
  for (const verb of verbs) wholes.push({ verb, whole: await runAndEnd(verb, null) });
  for (const [index, way] of ways.entries()) {
    const { verb, whole } = wholes[index % wholes.length] as (typeof wholes)[number];
    const ended = await runAndEnd(verb, { way, afterMs: ((index + 2) / (ways.length + 2)) * whole.ms });
    expect(faultsOf(ended, whole), `${verb}, ${way}`).toEqual([]);
  }
});
