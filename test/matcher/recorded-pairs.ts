import { readdirSync, readFileSync } from 'node:fs';

/** Two outputs of one command, of another run, width or generation of Docker. */
export interface RecordedPair {
  /** The recordings and the number of the command in them. */
  readonly where: string;
  /** Of the recording that is the chapter's, and of the real one. */
  readonly generations: readonly [string, string];
  readonly command: string;
  readonly expected: string;
  readonly actual: string;
}

interface Recording {
  readonly command: string;
  readonly output: string;
}

const folder = new URL('../recordings/outputs/', import.meta.url);

/** Outputs that one generation does print otherwise: no reader would call them the same. */
export const otherwise: readonly {
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

/** Pairs of one command's outputs: of the first run of each generation with every other run of it, and with the next. */
export function recordedPairs(): readonly RecordedPair[] {
  return [...new Set(files().map(({ scenario }) => scenario))].flatMap((scenario) => {
    const runs = files().filter((file) => file.scenario === scenario);
    return runs.flatMap((left, index) => runs.slice(index + 1).flatMap((right) => pairsOf(left, right)));
  });
}

type Run = ReturnType<typeof files>[number];

function pairsOf(left: Run, right: Run): readonly RecordedPair[] {
  const others = read(right.path);
  return read(left.path).flatMap(({ command, output }, index) => {
    const other = others[index];
    if (other === undefined || output.trim() === '' || other.output.trim() === '') return [];
    if (otherwise.some((each) => each.command.test(command) && each.between(left.generation, right.generation)))
      return [];
    const where = `${left.path} > ${right.path} #${index + 1}`;
    const generations = [left.generation, right.generation] as const;
    return [{ where, generations, command, expected: output, actual: other.output }];
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
