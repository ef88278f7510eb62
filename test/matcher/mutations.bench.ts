/**
 * Both errors of the matcher, measured on recordings of real engines: `npm run bench:matching`. Outputs of one command
 * from another run, width or generation must pass; an output with a change that a reader would call wrong must not.
 */
import { matchOutput } from '../../runner/matcher/index.ts';
import { mutationsOf, seeded } from './mutations.ts';
import { otherwise, type RecordedPair, recordedPairs } from './recorded-pairs.ts';
import { measureSpeed } from './speed.bench.ts';
import { excused, isExcused, survivors } from './survivors.ts';

/** So many changes of each kind are made to an output. */
const rounds = 3;
/** The share of the changes of each kind that must be rejected. */
const least = 0.998;

/** Many runs print the same: what was found is kept. */
const verdicts = new Map<string, boolean>();

for (const { command, why } of otherwise) console.log(`not compared between generations: ${command.source}: ${why}`);
for (const { note, why } of excused) console.log(`not changed: ${note.source}: ${why}`);
const pairs = recordedPairs();
const rejected = new Set(pairs.filter((pair) => !passes(pair, pair.actual)));
const good = [measureSame(), measureMutations(), measureSpeed()];
process.exitCode = good.every(Boolean) ? 0 : 1;

function passes({ command, expected, actual: _ }: RecordedPair, actual: string): boolean {
  const key = [command, expected, actual].join('\u0000');
  const found = verdicts.get(key);
  if (found !== undefined) return found;
  const lines = expected.replace(/\n+$/, '').split('\n');
  const holds = matchOutput({ command, expected: lines, actual, bindings: {} }).verdict !== 'mismatch';
  verdicts.set(key, holds);
  return holds;
}

function measureSame(): boolean {
  for (const { where, command } of rejected) console.log(`REJECTED ${where}  ${command.slice(0, 90)}`);
  for (const [name, isOne] of [
    ['one generation', true],
    ['two generations', false],
  ] as const) {
    const some = pairs.filter(({ generations: [left, right] }) => (left === right) === isOne);
    const wrong = some.filter((pair) => rejected.has(pair)).length;
    console.log(`same output, ${name}: ${some.length - wrong} of ${some.length} pairs pass`);
  }
  return rejected.size === 0;
}

/** What was made of changes of one kind. */
interface Count {
  made: number;
  survived: number;
}

function measureMutations(): boolean {
  const counts = new Map<string, Count>();
  const known = new Set<string>();
  let unknown = 0;
  for (const pair of changeable()) {
    const random = seeded(hashOf(pair.where + pair.command));
    for (const { kind, text, note } of mutationsOf(pair.actual, random, rounds)) {
      if (isExcused(pair, note)) continue;
      const count = counts.get(kind) ?? { made: 0, survived: 0 };
      counts.set(kind, count);
      count.made += 1;
      if (!passes(pair, text)) continue;
      count.survived += 1;
      const survivor = `${kind} | ${pair.command} | ${note}`.replace(/\s+/g, ' ');
      if (survivors.has(survivor)) known.add(survivor);
      else {
        unknown += 1;
        console.log(`SURVIVES ${pair.where}\n    ${survivor}`);
      }
    }
  }
  const gone = [...survivors.keys()].filter((survivor) => !known.has(survivor));
  for (const survivor of gone) console.log(`NO LONGER SURVIVES ${survivor}`);
  for (const survivor of known) console.log(`survives: ${survivor}\n    ${survivors.get(survivor)}`);
  return [allRejected(counts), unknown === 0, gone.length === 0].every(Boolean);
}

/** One pair of each command and two generations is enough; of some commands every line belongs to machine or version. */
function changeable(): readonly RecordedPair[] {
  const promising = pairs.filter(
    (pair) => !rejected.has(pair) && !/^docker (?:info|version|builder prune)|\buname\b|\btar -t/.test(pair.command),
  );
  return [...new Map(promising.map((pair) => [`${pair.generations.join(' ')} ${pair.command}`, pair])).values()];
}

function allRejected(counts: ReadonlyMap<string, Count>): boolean {
  for (const [kind, { made, survived }] of counts)
    console.log(`${kind.padEnd(22)} ${`${made - survived}`.padStart(6)} of ${`${made}`.padStart(6)} rejected`);
  return [...counts.values()].every(({ made, survived }) => survived <= made * (1 - least));
}

/** The changes made to an output do not hang on which other recordings there are. */
function hashOf(text: string): number {
  let hash = 7;
  for (const char of text) hash = (hash * 31 + char.charCodeAt(0)) & 0x7fffffff;
  return hash;
}
