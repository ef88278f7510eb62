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
    note: /"(?:\w+Dir|LinkLocalIPv6PrefixLen|EnableIPv4|ArgsEscaped|Error|Data|Gateway|CgroupnsMode|Tty|OpenStdin|ImageManifestDescriptor|ContainerConfig|MacAddress|IPPrefixLen|IPAddress|EndpointID|Comment|digest|IPAM|Status|Subnets|DynamicIPsAvailable)"|"overlay2"|"\/proc\/|"nginx@sha256|^\s*"sha256:/,
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
  {
    command: /\bmvn\b/,
    note: /^\[INFO\](?: -| Building | Finished at|\s*$)/,
    why: 'a rule that Maven draws, its empty lines, what it begins and when it ended',
  },
  { command: /\bnpm install\b/, note: /^(?:up to date|found 0 vuln)/, why: 'npm sums up otherwise in each version' },
  { command: /\bcompose up\b/, note: /^\s*✔ web Pulled/, why: 'an image that is there is not pulled' },
  {
    command: /^docker (?:images|image ls)/,
    note: /^\s*i Info →|^IMAGE +ID +DISK USAGE/,
    why: 'since 29: the legend above a table on a terminal, and headings that the other table has not',
  },
  { command: /docker push/, note: /^Using default tag/, why: 'it follows from the command' },
  {
    command: /docker push/,
    note: /^[0-9a-f]{12}$/,
    why: 'a layer is called by its content since 29, by its chain before',
  },
  {
    command: /inspect/,
    note: /^\s*"localhost:5000\/greeter@sha256:/,
    why: 'the digest belongs to the build, and the name stands beside it',
  },
  {
    command: /^docker pull localhost:5000\/greeter:nosuch/,
    note: /:: (?:5000|manifest|unknown)$/,
    why: 'the name, and that it is unknown, is said twice',
  },
  { command: /^docker image prune/, note: /^untagged: sha256:/, why: 'only the store of 29 names images so' },
  {
    command: /^DOCKER_BUILDKIT=.*docker build|^docker images --digests/,
    note: /^(?:9c198fc9c4bf|03fb6ce298ba)$/,
    why: 'the ID of a pulled image is its digest since 29, and another one before',
  },
  {
    command: /\bcompose logs\b/,
    note: /^(?:api-1 +\| )?npm notice/,
    why: 'npm tells of its newer versions where it finds them',
  },
  { command: /\bwget\b/, note: /^Connecting to |^saving to |^scores +100%/, why: 'how a transfer comes about' },
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
    "missing line | DOCKER_BUILDKIT=1 BUILDKIT_PROGRESS=plain docker build -f Dockerfile.bad -t bad . | 0.189 cat: can't open '/no/such/file': No such file or directory",
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
  [
    'word | DOCKER_BUILDKIT=0 docker build -f Dockerfile.typo . | Error response from daemon: dockerfile parse error on line 2: unknown instruction: RUNN (did you mean RUN?) :: RUN',
    noHint,
  ],
]);
