import { isOf, withoutHub } from '../../command/index.ts';
import type { LineMatch } from '../line/line.ts';
import { compareLines } from '../line/line.ts';
import { withoutMachine } from '../template-fields.ts';
import type { Place } from '../tolerances/tolerance.ts';
import { plainWarning } from './client-warning.ts';
import { plainError } from './error-wording.ts';
import { plainSummary } from './package-summary.ts';

/** Compares two lines that say one thing in the words of two generations of a tool. */
export function compareWording(expected: string, actual: string, place: Place): LineMatch | null {
  for (const { name, plain } of wordings) {
    const [left, right] = [plain(expected.trim(), place), plain(actual.trim(), place)];
    if (left === expected.trim() && right === actual.trim()) continue;
    const [[text = '', form], [other = '', otherForm]] = [left.split('\u0000'), right.split('\u0000')];
    if (!sameDetail(form, otherForm, place)) continue;
    const match = compareLines(text, other, place);
    if (match !== null) return { claims: match.claims, uses: [...match.uses, { name, expected, actual }] };
  }
  return null;
}

/**
 * Whether what only one of two generations tells (`\u0000` before it) may be so: it is compared where both tell it, else
 * with what the command names; it does not name the endpoints of a network (`name:"web"`).
 */
function sameDetail(left: string | undefined, right: string | undefined, place: Place): boolean {
  if (left && right) return left === right;
  const alone = left || right || '';
  return alone === '' || alone.startsWith('name:') || isNamed(alone, place);
}

/** The command names it, or lets the shell name it. */
function isNamed(name: string, { stated }: Place): boolean {
  return (
    /^(?:[0-9a-f]{12,64}|[0-9a-z]{25})$/.test(name) || [...stated].some((word) => word === name || word.startsWith('$'))
  );
}

/** Whether a line can be said in other words at all. */
export function hasWordings(line: string, place: Place): boolean {
  const text = line.trim();
  return wordings.some(({ plain }) => plain(text, place) !== text);
}

interface Wording {
  readonly name: string;
  /** What several ways to say one thing have in common; a line that is not meant comes back as it is. */
  readonly plain: (line: string, place: Place) => string;
}

const wordings: readonly Wording[] = [
  { name: 'error-wording', plain: plainError },
  { name: 'notice', plain: plainWarning },
  {
    name: 'already-pulled',
    plain: (line) => line.replace(/^Status: Image is up to date for /, 'Status: Downloaded newer image for '),
  },
  {
    name: 'image-reference',
    plain: (line) =>
      withoutHub(line)
        .replace(/(Pulling from )library\//, '$1')
        .replace(/^(The push refers to )a (?=repository )/, '$1'),
  },
  { name: 'package-summary', plain: plainSummary },
  { name: 'system', plain: plainSystem },
  { name: 'progress-bar', plain: (line) => line.replace(/\s*\[=+>?\s*\]$/, '') },
  { name: 'converged', plain: plainConverged },
  { name: 'prune-wording', plain: plainPrune },
  { name: 'compose-name', plain: plainName },
  { name: 'spacing', plain: plainRule },
  { name: 'version', plain: plainComposeVersion },
  { name: 'incidental-key', plain: (line, { asked }) => withoutMachine(line, asked) },
  { name: 'ipv6-port', plain: plainPorts },
  { name: 'tree-drawing', plain: plainTree },
  { name: 'inspected-number', plain: plainInspected },
];

/** Version 1 of compose joins the parts of a container's name with `_`, version 2 with `-`. */
function plainName(line: string, { printers }: Place): string {
  if (!isOf(printers, 'docker compose')) return line;
  const end = /^(?:([\w.-]+)[-_])??([^\s_-]+)[-_](\d+) exited with code (\d+)$/.exec(line);
  // Later versions leave out the project's name.
  if (end !== null) return `${end[2]}-${end[3]} exited: ${end[4]}\u0000${end[1] === undefined ? '' : `name:${end[1]}`}`;
  return line.replace(/(?<![\w.-])([\w.-]+?)_([\w.-]+)_(\d+)(?![\w.-])/g, '$1-$2-$3');
}

/** A rule below a heading is as long as the widest cell. */
function plainRule(line: string): string {
  return /^[-─=+]{4,}$/.test(line) ? line.replace(/[-─=]+/g, '----') : line;
}

/** Version 1 of compose calls itself by its command. */
function plainComposeVersion(line: string): string {
  return line.replace(
    /^(?:docker-compose|Docker Compose) version v?(\d\S*?)(?:, build \w+)?$/,
    'Docker Compose version $1',
  );
}

/** A port published for IPv6 too, as an author's own `--format` shows it. */
function plainPorts(line: string): string {
  return line
    .replace(/(0\.0\.0\.0:([\d-]+)->([\w/-]+)), ?(?:\[::\]|::):\2->\3(?![\w/])/g, '$1')
    .replace(/(\[\{0\.0\.0\.0 (\d+)\}) \{:: \2\}(?=\])/g, '$1')
    .replace(/(?<=^\d+\/\w+ -> )::(?=:\d+$)/, '[::]');
}

/** `tree` and npm draw branches with the characters that the locale has. */
function plainTree(line: string): string {
  if (!/[├└│]|^[|\s]*[|`]--/.test(line)) return line;
  return line
    .replace(/\u00a0/g, ' ')
    .replace(/├──|├─┬/g, '|--')
    .replace(/└──|└─┬/g, '`--')
    .replace(/│/g, '|');
}

/** Which service has converged is told since Docker 25. */
function plainConverged(line: string): string {
  return line.replace(/^(verify: Service )(?:(\S+) )?(converged)$/, '$1$3\u0000$2');
}

/** A warning before a prune lists what that version of Docker removes. */
function plainPrune(line: string): string {
  return line
    .replace(/^Total:\s+(\S+)$/, 'Total reclaimed space: $1')
    .replace(
      /^(WARNING! This will remove )(?:all|anonymous) (local volumes not used by at least one container\.)$/,
      '$1$2',
    )
    .replace(/^- (?:all|unused) (?:dangling )?build cache$/, '- build cache');
}

/** Kernels, and what belongs to the machine. */
function plainSystem(line: string, { printers, onHost }: Place): string {
  // In a container it may be what the command allows.
  if (onHost === true && isOf(printers, 'nproc') && /^\d+$/.test(line)) return '<processors>';
  return line
    .replace(/^(OpenJDK (?:Runtime Environment|64-Bit Server VM)) [A-Z]\S* (?=\(build )/, '$1 ')
    .replace(/^(github\.com\/docker\/buildx) .*$/, '$1')
    .replace(/^(Linux) \S+ \S+ .*#\d+.*$/, '$1')
    .replace(/^(Mem|Swap|-\/\+ buffers\/cache):(?:\s+[\d.]+\w*)+$/, '$1:')
    .replace(/^([0-9a-f]+::)0?(\s+ip6-\w+)$/, '$1$2')
    .replace(/^\d+ director(?:y|ies), (\d+ files?)$/, '$1');
}

/** A number that `--format` asks for and that says nothing a chapter could promise. */
function plainInspected(line: string, place: Place): string {
  if (place.measured === true && /^\d+$/.test(line) && line !== '0') return '<number>';
  // Where Go keeps it in memory
  return line.replace(/(?<=^map\[.*:)0xc[0-9a-f]{7,}(?=[ \]])/g, '<pointer>');
}
