import process from 'node:process';
import { fuzz } from './fuzzed.ts';

/** `npm run fuzz [COUNT [SEED]]`: so many inputs of each kind; exit 1 where one crashes or takes over two seconds. */
const [count = '2000', seed = String(Date.now() % 1_000_000)] = process.argv.slice(2);
const longestMs = 2000;
let faults = 0;
let all = 0;
await fuzz(Number(count), Number(seed), ({ kind, text, ms, crash }) => {
  all += 1;
  if (crash === null && ms <= longestMs) return;
  faults += 1;
  process.stdout.write(
    `${kind}, ${Math.round(ms)} ms: ${crash ?? 'too slow'}\n${JSON.stringify(text).slice(0, 4000)}\n\n`,
  );
});
process.stdout.write(`${all} inputs, seed ${seed}: ${faults} faults\n`);
process.exitCode = faults === 0 ? 0 : 1;
