/**
 * Both errors of the matcher, measured on recordings of real engines: `npm run bench:matching`. Outputs of one command
 * from another run, width or generation must pass; an output with a change that a reader would call wrong must not.
 * Measured on the recordings of Docker 20.10, 26 and 28: 6,894 of 6,894 pairs pass, 5,830 of 5,840 changes are rejected.
 * `-- --all` lists every change that survives, not the first of each kind only.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { matchOutput } from '../../runner/matcher/index.ts';
import { mutationsOf, seeded } from './mutations.ts';
import { measureSpeed } from './speed.bench.ts';

interface Recording {
  readonly command: string;
  readonly output: string;
}

interface Pair {
  readonly where: string;
  readonly command: string;
  readonly expected: string;
  readonly actual: string;
}

const folder = new URL('../recordings/outputs/', import.meta.url);
const rounds = 4;
/** How many survivors of a kind are listed. */
const listed = process.argv.includes('--all') ? Number.POSITIVE_INFINITY : 8;

/** Outputs that one generation does print otherwise: no reader would call them the same. */
const otherwise: readonly {
  readonly command: RegExp;
  readonly between: (left: string, right: string) => boolean;
  readonly why: string;
}[] = [
  {
    command: /Dockerfile\.nobase/,
    between: (left, right) => (left === '28') !== (right === '28'),
    why: 'without Docker Hub 28 says "not found", 20 and 26 that they found no host',
  },
  {
    command: /compose config$/,
    between: (left, right) => (left === '20') !== (right === '20'),
    why: 'compose 1 keeps a file as it is, compose 2 fills in defaults',
  },
  {
    command: /compose ls$/,
    between: (left, right) => (left === '20') !== (right === '20'),
    why: 'compose 1 has no such command',
  },
  {
    command: / mount$/,
    between: (left, right) => (left === '28') !== (right === '28'),
    why: '28 mounts /proc/interrupts as well, with other options',
  },
];

/** Changes in what a tolerance leaves to the machine or the version: a reader would not call them wrong. */
const excused: readonly { readonly command: RegExp; readonly note: RegExp; readonly why: string }[] = [
  {
    command: /\bls -lh? (?!.*exec)/,
    note: /^[-d][rwx-]{9} .* :: root$/,
    why: "files on the reader's machine belong to the reader",
  },
  { command: /\bls -lh? (?!.*exec)/, note: /^total \d+ /, why: 'follows from the files' },
  { command: /^docker network rm/, note: /^exit status \d+$/, why: 'only 28 prints it' },
  { command: /^docker cp/, note: /^Successfully copied /, why: 'printed since 23 only' },
  { command: /\bip addr$/, note: /^\s+inet6 ::1/, why: 'IPv6 is switched on or off' },
  {
    command: /inspect/,
    note: /"(?:\w+Dir|LinkLocalIPv6PrefixLen|EnableIPv4|ArgsEscaped|Error)"|"\/proc\/|"nginx@sha256/,
    why: 'keys and paths that belong to the machine or to one generation',
  },
];

/** Pairs of one command's outputs: of the first run of each generation with every other run of it, and with the next. */
function pairs(): readonly Pair[] {
  return [...new Set(files().map(({ scenario }) => scenario))].flatMap((scenario) => {
    const runs = files().filter((file) => file.scenario === scenario);
    return runs.flatMap((left, index) => runs.slice(index + 1).flatMap((right) => pairsOf(left, right)));
  });
}

type Run = ReturnType<typeof files>[number];

function pairsOf(left: Run, right: Run): readonly Pair[] {
  const others = read(right.path);
  return read(left.path).flatMap(({ command, output }, index) => {
    const other = others[index];
    if (other === undefined || output.trim() === '' || other.output.trim() === '') return [];
    if (otherwise.some((each) => each.command.test(command) && each.between(left.generation, right.generation)))
      return [];
    const where = `${left.path} > ${right.path} #${index + 1}`;
    return [{ where, command, expected: output, actual: other.output }];
  });
}

function files() {
  return readdirSync(folder).flatMap((generation) =>
    readdirSync(new URL(`${generation}/`, folder)).map((file) => ({
      path: `${generation}/${file}`,
      generation,
      scenario: file.replace(/-\d+-\d+\.json$/, ''),
    })),
  );
}

const texts = new Map<string, readonly Recording[]>();

function read(path: string): readonly Recording[] {
  const known = texts.get(path) ?? (JSON.parse(readFileSync(new URL(path, folder), 'utf8')) as Recording[]);
  texts.set(path, known);
  return known;
}

function passes(pair: Pair, actual: string): boolean {
  const expected = pair.expected.replace(/\n+$/, '').split('\n');
  return matchOutput({ command: pair.command, expected, actual, bindings: {} }).verdict !== 'mismatch';
}

/** Pairs in one generation must pass all; between generations some outputs do say something else. */
function measureSame(all: readonly Pair[]): { readonly passing: readonly Pair[]; readonly good: boolean } {
  const within = (pair: Pair) => pair.where.slice(0, 3) === pair.where.split(' > ')[1]?.slice(0, 3);
  const passing = all.filter((pair) => passes(pair, pair.actual));
  const rejected = all.filter((pair) => !passing.includes(pair));
  for (const pair of rejected) console.log(`REJECTED ${pair.where}  ${pair.command.slice(0, 90)}`);
  for (const [name, some] of [
    ['one generation', all.filter(within)],
    ['two generations', all.filter((pair) => !within(pair))],
  ] as const) {
    const wrong = some.filter((pair) => rejected.includes(pair)).length;
    console.log(
      `same output, ${name}: ${some.length - wrong} of ${some.length} pairs pass (${share(wrong, some.length)} rejected)`,
    );
  }
  return { passing, good: rejected.length <= all.length / 100 };
}

function measureMutations(all: readonly Pair[]): boolean {
  const random = seeded(42);
  const kinds = new Map<string, { made: number; survivors: string[] }>();
  // What these show belongs to the machine and the version, line by line.
  const promising = all.filter(
    ({ command }) => !/^docker (?:info|version|builder prune)|\buname\b|\btar -t/.test(command),
  );
  for (const pair of promising) {
    for (const { kind, text, note } of mutationsOf(pair.actual, random, rounds)) {
      if (excused.some((each) => each.command.test(pair.command) && each.note.test(note))) continue;
      const count = kinds.get(kind) ?? { made: 0, survivors: [] };
      kinds.set(kind, count);
      count.made += 1;
      if (passes(pair, text))
        count.survivors.push(`${pair.command.slice(0, 60).replaceAll('\n', ' ')}  |  ${note.slice(0, 110)}`);
    }
  }
  let [made, survived] = [0, 0];
  for (const [kind, count] of kinds) {
    made += count.made;
    survived += count.survivors.length;
    console.log(
      `${kind.padEnd(20)} ${`${count.made - count.survivors.length}`.padStart(6)} of ${`${count.made}`.padStart(6)} rejected`,
    );
    for (const survivor of [...new Set(count.survivors)].slice(0, listed)) console.log(`    survives: ${survivor}`);
  }
  console.log(`changes rejected: ${made - survived} of ${made} (${share(made - survived, made)})`);
  return survived <= made / 100;
}

function share(part: number, whole: number): string {
  return `${((100 * part) / Math.max(1, whole)).toFixed(2)} %`;
}

for (const { command, why } of otherwise) console.log(`not compared between generations: ${command.source}: ${why}`);
for (const { note, why } of excused) console.log(`not changed: ${note.source}: ${why}`);
const same = measureSame(pairs());
// One pair of each command and generation is enough to be changed.
const changed = [...new Map(same.passing.map((pair) => [`${pair.where.slice(0, 2)} ${pair.command}`, pair])).values()];
const good = [same.good, measureMutations(changed), measureSpeed()];
process.exitCode = good.every(Boolean) ? 0 : 1;
