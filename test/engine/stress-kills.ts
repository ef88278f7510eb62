import process from 'node:process';
import { parseArgs } from 'node:util';
import { faultsOf, runAndEnd, verbs, ways } from './kills.ts';

/**
 * Ends `run`, `test` and `update` at random moments in every way there is: nothing may be left, and no file torn.
 *
 *     npm run stress:kills -- --count 50
 */
const { values } = parseArgs({ options: { count: { type: 'string', default: '50' } } });
const wholes = new Map(await Promise.all(verbs.map(async (verb) => [verb, await runAndEnd(verb, null)] as const)));
let faults = 0;
for (let count = 0; count < Number(values.count); count += 1) {
  const verb = verbs[count % verbs.length] ?? 'run';
  const way = ways[Math.floor(count / verbs.length) % ways.length] ?? 'KILL';
  const whole = wholes.get(verb);
  if (whole === undefined) continue;
  const afterMs = Math.round(Math.random() * whole.ms);
  const ended = await runAndEnd(verb, { way, afterMs });
  const found = faultsOf(ended, whole);
  faults += found.length;
  const how = ended.signal === 0 ? `exit ${ended.exitCode}` : `signal ${ended.signal}`;
  process.stdout.write(`${verb}, ${way} after ${afterMs} of ${whole.ms} ms: ${how}\n`);
  for (const fault of found) process.stdout.write(`    ${fault}\n`);
}
process.stdout.write(`${values.count} kills: ${faults} faults\n`);
process.exitCode = faults === 0 ? 0 : 1;
