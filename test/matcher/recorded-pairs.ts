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
    command: /Dockerfile\.nobase|nothing-there:1|run nosuchimage/,
    between: (left, right) => left !== right,
    why: 'without Docker Hub each says what it asked last: "not found", or that there is no host',
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
    command: /system df -v$/,
    between: (left, right) => (left === '20') !== (right === '20'),
    why: '20.10 does not list what it keeps of a build whose image is still there',
  },
  {
    command: / mount$/,
    between: (left, right) => left !== right,
    why: '28 and later mount /proc/interrupts as well, with other options, and 29 what it mounts in another order',
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
  // Scenarios get commands added: the older recordings lack those.
  const others = [...read(right.path)];
  return read(left.path).flatMap(({ command, output }, index) => {
    const at = others.findIndex((each) => spelled(each.command) === spelled(command));
    const [other] = at < 0 ? [] : others.splice(0, at + 1).slice(-1);
    if (other === undefined || output.trim() === '' || other.output.trim() === '') return [];
    if (otherwise.some((each) => each.command.test(command) && each.between(left.generation, right.generation)))
      return [];
    const where = `${left.path} > ${right.path} #${index + 1}`;
    const generations = [left.generation, right.generation] as const;
    return [{ where, generations, command, expected: output, actual: other.output }];
  });
}

/** Compose 1 is a program of its own. */
function spelled(command: string): string {
  return command.replaceAll('docker-compose', 'docker compose');
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
