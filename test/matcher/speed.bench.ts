/**
 * How long the matcher takes, in milliseconds of processor time: `npm run bench:matching speed`. Every text comes in two
 * lengths, so that time which grows faster than the text is seen.
 */
import { matchOutput } from '../../runner/matcher/index.ts';

interface Sample {
  readonly expected: readonly string[];
  readonly actual: readonly string[];
}

const header = 'CONTAINER ID   IMAGE     COMMAND   CREATED   STATUS    PORTS     NAMES';

/** Texts that take long where a comparison is done the simple way. */
const samples: Readonly<Record<string, (lines: number) => Sample>> = {
  'log lines, tables, elisions': mixed,
  'equal lines': (lines) => ({ expected: repeated('same line 1', lines), actual: repeated('same line 1', lines) }),
  'elisions only': (lines) => ({ expected: repeated('...', lines), actual: numbered('line', lines) }),
  'elisions between equal lines, no end': (lines) => ({
    expected: [...numbered('', lines / 2).map((_, index) => (index % 2 === 0 ? 'same' : '...')), 'end'],
    actual: repeated('same', lines),
  }),
  'long stretch that never ends': (lines) => ({
    expected: ['...', ...repeated('same', lines / 2), 'end', '...'],
    actual: repeated('same', lines),
  }),
  'blank lines on both sides': (lines) => ({
    expected: [...repeated('', lines), 'end'],
    actual: [...repeated('', lines / 2), 'end'],
  }),
  'nothing in common': (lines) => ({ expected: numbered('left', lines), actual: numbered('right', lines) }),
  'one line changed': (lines) => ({
    expected: numbered('line', lines).map((line, index) => (index === lines / 2 ? 'other' : line)),
    actual: numbered('line', lines),
  }),
  'elision in each line': (lines) => ({
    expected: numbered('start', lines).map((line) => `${line} ... end`),
    actual: numbered('start', lines).map((line) => `${line} in the middle end`),
  }),
  'one long line': (lines) => ({
    expected: [`${'abc 12 '.repeat(lines * 15)}x`],
    actual: [`${'abc 12 '.repeat(lines * 15)}y`],
  }),
  'one long word': (lines) => ({ expected: [`${'a1'.repeat(lines * 50)}x`], actual: [`${'a1'.repeat(lines * 50)}y`] }),
  'long line of dots': (lines) => ({
    expected: [`a${'.... '.repeat(lines * 20)}b`],
    actual: [`a${'.... '.repeat(lines * 20)}c`],
  }),
  'lines of 1,000 characters': (lines) => ({
    expected: numbered('word 12:00:00 a1b2c3 '.repeat(50), lines / 10),
    actual: numbered('word 12:00:01 a1b2c4 '.repeat(50), lines / 10),
  }),
  'prose in other words': (lines) => ({
    expected: numbered('the quick brown fox jumps over the', lines),
    actual: numbered('a slow brown cat sleeps under the', lines),
  }),
  'one table': (lines) => ({ expected: table(lines, '2 hours'), actual: table(lines, '3 hours') }),
  'one table, backwards': (lines) => ({
    expected: table(lines, '2 hours'),
    actual: [header, ...table(lines, '3 hours').slice(1).reverse()],
  }),
  'one table, a row changed': (lines) => ({
    expected: table(lines, '2 hours'),
    actual: table(lines, '3 hours').map((line, at) => (at === lines / 2 ? line.replace('80/tcp', '81/tcp') : line)),
  }),
  'JSON that never ends': (lines) => ({
    expected: repeated('[{"a": 1, "b": "some text"},', lines),
    actual: repeated('[{"a": 1, "b": "other text"},', lines),
  }),
  'unclosed brackets': (lines) => ({ expected: repeated('[', lines), actual: repeated('{', lines) }),
};

export function measureSpeed(): boolean {
  console.log(`${'text'.padEnd(38)} ${'5,000 lines'.padStart(12)} ${'10,000 lines'.padStart(13)}`);
  let good = true;
  for (const [name, make] of Object.entries(samples)) {
    const [half, whole] = [leastTimeOf(make(5000)), leastTimeOf(make(10_000))];
    const steep = whole > 300 && whole > 3 * half;
    if (steep) good = false;
    console.log(
      `${name.padEnd(38)} ${half.toFixed(0).padStart(9)} ms ${whole.toFixed(0).padStart(10)} ms${steep ? '  grows faster than the text' : ''}`,
    );
  }
  const rounds = 20_000;
  const trivial = timeOf({ expected: ['hello 42'], actual: ['hello 42'] }, rounds) / rounds;
  console.log(`an exact line: ${trivial.toFixed(4)} ms`);
  return good;
}

/** What else the machine does adds to a time and never takes from it: the smaller of two tells more. */
function leastTimeOf(sample: Sample): number {
  return Math.min(timeOf(sample), timeOf(sample));
}

function timeOf({ expected, actual }: Sample, rounds = 1): number {
  const text = actual.join('\n');
  const before = process.cpuUsage();
  for (let round = 0; round < rounds; round += 1)
    matchOutput({ command: 'show', expected, actual: text, bindings: {} });
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function repeated(line: string, count: number): readonly string[] {
  return Array.from({ length: count }, () => line);
}

function numbered(word: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `${word} ${index}`);
}

function mixed(lines: number): Sample {
  const [expected, actual]: [string[], string[]] = [[], []];
  for (let index = 0; index < lines; index += 1) {
    if (index % 500 === 0) {
      expected.push(header, row(index * 31, '2 hours'), '');
      actual.push(header, row(index * 77, '3 hours'), '');
    } else if (index % 100 === 50) {
      expected.push('...');
      actual.push(...numbered('hidden', 6));
    } else {
      expected.push(`2026-11-22T05:14:27Z line ${index} of ${idOf(index)} ok`);
      actual.push(`2026-11-23T06:14:27Z line ${index} of ${idOf(index + 99_999)} ok`);
    }
  }
  return { expected, actual };
}

function table(rows: number, age: string): readonly string[] {
  return [header, ...Array.from({ length: rows }, (_, index) => row(index * 31, age))];
}

function row(seed: number, age: string): string {
  return `${idOf(seed)}   nginx     "x"       ${age} ago   Up ${age}    80/tcp    n${idOf(seed % 500)}`;
}

function idOf(seed: number): string {
  return `${((seed * 2_654_435_761) % 2 ** 32).toString(16).padStart(8, '0')}a1b2`;
}
