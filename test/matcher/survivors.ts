import type { RecordedPair } from './recorded-pairs.ts';

/** Changes in what a tolerance leaves to the machine or the version: a reader would not call them wrong. */
export const excused: readonly {
  readonly command: RegExp;
  readonly note: RegExp;
  /** Only where the chapter does not say this. */
  readonly unsaid?: RegExp;
  readonly why: string;
}[] = [
  {
    command: /\bls -lh? (?!.*exec)/,
    note: /^[-d][rwx-]{9} .* :: root$/,
    why: "files on the reader's machine belong to the reader",
  },
  { command: /\bls -lh? (?!.*exec)/, note: /^total \d+ /, why: 'follows from the files' },
  { command: /^docker network rm/, note: /^exit status \d+$/, why: 'only 28 prints it' },
  { command: /^docker cp/, note: /^Successfully copied /, why: 'printed since 23 only' },
  { command: /\bip addr$/, note: /^\s*inet6 ::1/, why: 'IPv6 is switched on or off' },
  {
    command: /inspect/,
    note: /"(?:\w+Dir|LinkLocalIPv6PrefixLen|EnableIPv4|ArgsEscaped|Error|Data|Gateway|CgroupnsMode|Tty)"|"overlay2"|"\/proc\/|"nginx@sha256|^\s*"sha256:/,
    why: 'keys and paths that belong to the machine or to one generation',
  },
  { command: /^docker-compose logs/, note: /^Attaching to /, why: 'only version 1 of compose prints it' },
  { command: /^docker-compose down/, note: /^Stopping /, why: 'what counts of a container is how it ended up' },
  {
    command: /^docker-compose ps/,
    note: /:: (?:redis|web|nginx|alpine)$/,
    unsaid: /IMAGE/,
    why: 'only version 2 of compose shows image and service',
  },
  { command: /\bmvn\b/, note: /^\[INFO\](?: -|\s*$)/, why: 'a rule that Maven draws, and its empty lines' },
  { command: /\bnpm install\b/, note: /^(?:up to date|found 0 vuln)/, why: 'npm sums up otherwise in each version' },
  { command: /\bcompose up\b/, note: /^\s*✔ web Pulled/, why: 'an image that is there is not pulled' },
  { command: /\bwget\b/, note: /^Connecting to /, why: 'how a transfer comes about' },
];

export function isExcused({ command, expected }: RecordedPair, note: string): boolean {
  return excused.some(
    (each) => each.command.test(command) && each.note.test(note) && each.unsaid?.test(expected) !== true,
  );
}

const fromCache = "the chapter's step came from the cache, where a step shows no output";
const printedOnce = "Docker 20, the chapter's, does not repeat what the step that failed has printed";
const noHint = "Docker 20, the chapter's, has no such hint";

/** Changes that are known to survive, each with its reason. One that no longer does has to go. */
export const survivors: ReadonlyMap<string, string> = new Map([
  ['word | DOCKER_BUILDKIT=0 docker build -f Dockerfile.bad -t bad . | start :: start', fromCache],
  ['missing line | DOCKER_BUILDKIT=0 docker build -f Dockerfile.bad -t bad . | start', fromCache],
  ['additional line | DOCKER_BUILDKIT=0 docker build -f Dockerfile.bad -t bad . | start', fromCache],
  [
    "missing line | DOCKER_BUILDKIT=1 BUILDKIT_PROGRESS=plain docker build -f Dockerfile.bad -t bad . | 0.302 cat: can't open '/no/such/file': No such file or directory",
    printedOnce,
  ],
  [
    "missing line | DOCKER_BUILDKIT=1 BUILDKIT_PROGRESS=plain docker build -f Dockerfile.bad -t bad . | 0.147 cat: can't open '/no/such/file': No such file or directory",
    printedOnce,
  ],
  [
    'word | DOCKER_BUILDKIT=1 docker build -f Dockerfile.typo . | ERROR: failed to solve: dockerfile parse error on line 2: unknown instruction: RUNN (did you mean RUN?) :: RUN',
    noHint,
  ],
]);
