/** A change to an output that a reader would call wrong. */
export interface Mutation {
  readonly kind: string;
  readonly text: string;
  /** What was changed, to be read in a list of survivors. */
  readonly note: string;
}

type Random = (below: number) => number;
type Mutator = (lines: readonly string[], at: number, random: Random) => readonly Mutation[];

/** A source of numbers that gives the same ones each time. */
export function seeded(seed: number): Random {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) & 0x7fffffff;
    return (state >> 8) % below;
  };
}

/** Changes to an output, a few of each kind, at places chosen by a source of random numbers. */
export function mutationsOf(output: string, random: Random, rounds: number): readonly Mutation[] {
  const lines = output.split('\n');
  const places = [...lines.keys()].filter((at) => counts(lines[at] ?? ''));
  if (places.length === 0) return [];
  const found = Array.from({ length: rounds }, () => {
    const at = places[random(places.length)] ?? 0;
    return mutators.flatMap((mutate) => mutate(lines, at, random));
  }).flat();
  const unique = new Map(found.map((mutation) => [`${mutation.kind} ${mutation.text}`, mutation]));
  return [...unique.values()].filter(({ text }) => text.trimEnd() !== output.trimEnd());
}

/**
 * Lines that only report how far something is, or that scroll by, promise nothing to a reader: a pull's layers, a
 * package manager's downloads, a build's inner steps.
 */
function counts(line: string): boolean {
  return line.trim() !== '' && !passing.test(line);
}

const passing =
  /^[0-9a-f]{12}: |^(?:Get|Hit|Ign|Fetched|Reading|Building dependency|Preparing|Unpacking|Selecting|Setting up|\(Reading|debconf:)|^(?:#\d+|\s*=>) (?!\[[^\]]*\d\/\d\])|^(?:DEPRECATED|\s+BuildKit is currently|\s+Install the buildx|\s+environment-var|\s+https:)|^ ?-+> (?:Using cache|Running in|Remov|[0-9a-f]{12}$)|^Remov(?:ing|ed) intermediate|^Sending build context|^\s*\d+ \|(?: |$)|^[Dd]eleted: sha256:|^[Uu]ntagged: \S+@sha256:|^Unable to find image|^\S+: Pulling from|^Digest: |^(?:See|Run) '|^\s*✔ [0-9a-f]{12} |^\s*\[\+\] |^\s+valid_lft |-> \[?::|^-{3,}|^\S*Dockerfile\S*:\d+$|^\s*"\w+": (?:\{\}|\[\]|null|""),?$|^Status: (?:Downloaded|Image is up)|^(?:Need to get|After this operation)|^\s*\[\+\] Building/;

const volatileNear = /^(?:ago|seconds?|minutes?|hours?|days?|about|less|than|up|k?b|mb|gb|kib|mib|gib)$/i;

const mutators: readonly Mutator[] = [
  (lines, at, random) =>
    replacing('word', lines, at, random, /(?<![\w./:-])\p{L}{3,}(?![\w./:-])/gu, (word) =>
      volatileNear.test(word) ? null : 'zebra',
    ),
  (lines, at, random) =>
    replacing(
      'name',
      lines,
      at,
      random,
      /(?<=\s{2})(?:web|cache|box|app|pinger|redis|nginx)\w*(?=$|\s*$)/g,
      () => 'other-name',
    ),
  (lines, at, random) =>
    replacing(
      'tag',
      lines,
      at,
      random,
      /(?<=\b[a-z]+:)(?:\d+\.\d+[\w.-]*|latest|alpine|classic|kit|plain)(?=\s|$)/g,
      (tag) => `${tag}-x`,
    ),
  (lines, at, random) =>
    replacing(
      'port',
      lines,
      at,
      random,
      /(?<=:)\d{2,4}(?=->)|(?<=->)\d{2,4}(?=\/)|\b\d{2,4}(?=\/tcp)|(?<=localhost:)\d+/g,
      (port) => `${Number(port) + 10}`,
    ),
  (lines, at, random) =>
    replacing(
      'status',
      lines,
      at,
      random,
      /\bUp (?:\d+ \w+|About an? \w+|Less than a second)(?: \(\w+\))?/g,
      () => 'Exited (1) 3 seconds ago',
    ),
  (lines, at, random) =>
    replacing(
      'status',
      lines,
      at,
      random,
      /(?<=^ ?(?:✔ )?(?:Container|Network|Volume) \S+ +)(?:Started|Created|Removed|Stopped|Running)\b/g,
      () => 'Error',
    ),
  (lines, at, random) =>
    replacing(
      'exit code',
      lines,
      at,
      random,
      /(?<=Exited \()\d+(?=\))|(?<=exit code: )\d+|(?<=code: )\d+/g,
      (code) => `${Number(code) + 70}`,
    ),
  (lines, at, random) =>
    replacing(
      'fixed number',
      lines,
      at,
      random,
      /(?<=^(?:tick|line|item) )\d+$|(?<=\bEXPOSE )\d+|(?<=\bHTTP\/1\.1 )\d+/g,
      (number) => `${Number(number) + 1}`,
    ),
  (lines, at) => [
    { kind: 'missing line', text: lines.filter((_, index) => index !== at).join('\n'), note: lines[at] ?? '' },
  ],
  (lines, at) => [
    { kind: 'additional line', text: inserted(lines, at, 'something else happened'), note: lines[at] ?? '' },
  ],
  (lines, at) => [
    {
      kind: 'error line',
      text: inserted(lines, at, 'Error response from daemon: something failed'),
      note: lines[at] ?? '',
    },
  ],
  () => [{ kind: 'error instead', text: 'Error response from daemon: No such container: nothing', note: '' }],
  truncated,
  swapped,
  exchangedIds,
  buildStep,
  stepsExchanged,
];

function replacing(
  kind: string,
  lines: readonly string[],
  at: number,
  random: Random,
  form: RegExp,
  change: (text: string) => string | null,
): readonly Mutation[] {
  const line = lines[at] ?? '';
  const matches = [...line.matchAll(form)];
  const match = matches[random(Math.max(1, matches.length))];
  const text = match === undefined ? null : change(match[0]);
  if (match === undefined || text === null) return [];
  const changed = line.slice(0, match.index) + text + line.slice(match.index + match[0].length);
  return [{ kind, text: lines.with(at, changed).join('\n'), note: `${line.trim()} :: ${match[0]}` }];
}

function inserted(lines: readonly string[], at: number, line: string): string {
  return [...lines.slice(0, at + 1), line, ...lines.slice(at + 1)].join('\n');
}

function truncated(lines: readonly string[], at: number): readonly Mutation[] {
  return at === 0 ? [] : [{ kind: 'truncated', text: lines.slice(0, at).join('\n'), note: lines[at] ?? '' }];
}

/** Rows of a table, lines of a listing or of `docker inspect` have no order that means something: prose and steps have. */
function swapped(lines: readonly string[], at: number): readonly Mutation[] {
  const [line, next] = [lines[at] ?? '', lines[at + 1] ?? ''];
  const ordered = (text: string) => /^(?:Step \d+\/|tick \d|[A-Z][a-z]+[^|]*[.!:]$|<\w+)/.test(text);
  if (line === next || !ordered(line) || !ordered(next)) return [];
  return [
    {
      kind: 'swapped lines',
      text: lines
        .with(at, next)
        .with(at + 1, line)
        .join('\n'),
      note: `${line} <-> ${next}`,
    },
  ];
}

/** Two IDs of which one stands elsewhere too. */
function exchangedIds(lines: readonly string[]): readonly Mutation[] {
  const text = lines.join('\n');
  const twice = [
    ...new Set(text.match(/(?<![0-9a-f])(?=[0-9a-f]*[a-f])(?=[0-9a-f]*\d)[0-9a-f]{12}(?![0-9a-f])/g) ?? []),
  ].find((id) => text.split(id).length === 3);
  if (twice === undefined) return [];
  return [{ kind: 'contradicting ID', text: text.replace(twice, 'abc123def456'), note: twice }];
}

/** A step of a build that is missing, with all its lines. */
function buildStep(lines: readonly string[], at: number): readonly Mutation[] {
  if (!/^Step \d+\/\d+/.test(lines[at] ?? '')) return [];
  const end = lines.findIndex((line, index) => index > at && /^(?:Step \d|Successfully built)/.test(line));
  if (end < 0) return [];
  return [
    {
      kind: 'missing build step',
      text: [...lines.slice(0, at), ...lines.slice(end)].join('\n'),
      note: lines[at] ?? '',
    },
  ];
}

const stepForm =
  /^(Step \d+\/\d+ : |\s*=> (?:CACHED )?\[[^\]]*\d\/\d+\] |#\d+ \[[^\]]*\d\/\d+\] )(.*?)(\s+\d+\.\d+s)?$/;

/** Two steps of a build in another order. */
function stepsExchanged(lines: readonly string[], at: number): readonly Mutation[] {
  const first = stepForm.exec(lines[at] ?? '');
  const next = lines.findIndex((line, index) => index > at && stepForm.test(line));
  const second = stepForm.exec(lines[next] ?? '');
  if (first === null || second === null || first[2] === second[2]) return [];
  const text = lines
    .with(at, `${first[1]}${second[2]}${first[3] ?? ''}`)
    .with(next, `${second[1]}${first[2]}${second[3] ?? ''}`);
  return [{ kind: 'steps in another order', text: text.join('\n'), note: `${first[2]} <-> ${second[2]}` }];
}
