import {
  isOf,
  mayPrint,
  type PrintedBy,
  type Printer,
  parseImageName,
  shortImage,
  wasGiven,
} from '../../command/index.ts';
import type { CommandFacts } from '../facts.ts';
import type { LineUnit, Side } from '../units.ts';
import { packageManagers } from './package-managers.ts';

/** A kind of line that may be missing on either side, or only in the chapter. */
export interface Noise extends PrintedBy {
  /** The tolerance under which it is listed. */
  readonly name: string;
  readonly form: RegExp;
  /** A line of this form that counts all the same: it is about something that the command names. */
  readonly counts?: (match: RegExpExecArray, facts: CommandFacts) => boolean;
  /** Authors leave it out, the command never does: where a chapter shows it, it must be there. */
  readonly certain?: true;
  /** It tells something: where both texts have one of this kind, the chapter's counts. */
  readonly alone?: string;
}

const starts = ['docker container run', 'docker container create'];
const composeStarts = ['docker compose up', 'docker compose run', 'docker compose create'];
const moves = ['docker image pull', 'docker image push', 'docker image load', 'docker image save', 'docker plugin'];
const builds = ['docker image build', 'docker buildx', 'docker compose build', ...composeStarts];
const pulls = [...starts, ...moves, ...builds, 'docker compose pull', 'docker compose push'];

const table: readonly Noise[] = [
  { name: 'interrupt', form: /^\^[CDZ\\]\s*$/ },
  { name: 'exit-status', of: ['docker'], form: /^exit status \d+$/, alone: 'exit status' },
  {
    name: 'notice',
    of: ['docker container cp'],
    form: /^Successfully copied \S+ (?:\(\S+\) )?to /,
    alone: 'copied',
  },
  { name: 'notice', of: ['docker compose'], form: /^Attaching to / },
  // The keys that compose takes in a terminal, since 2.26
  {
    name: 'notice',
    of: ['docker compose up'],
    form: /^\s*(?:v View in Docker Desktop\s+)?(?:o View Config\s+)?w Enable Watch(?:\s+d Detach)?\s*$/,
  },
  // The legend above the table, since Docker 29
  { name: 'notice', of: ['docker image ls'], form: /^\s*i Info →/ },
  {
    name: 'elision',
    of: ['ls'],
    asked: (printer) => wasGiven(printer, 'l'),
    form: /^total \d+(?:\.\d+)?[KMGT]?$/,
    certain: true,
  },
  { name: 'builder', of: builds, form: /^\[\+\] Building \S+ \(0\/0\)/ },
  {
    name: 'build-cache',
    of: ['docker builder prune', 'docker buildx prune', 'docker system prune'],
    form: /^(?:Deleted build cache objects:|ID\s+RECLAIMABLE\s+SIZE|[0-9a-z]{25}\*?(?:\s|$))/,
  },
  {
    name: 'ipv6-loopback',
    of: ['ip address', 'ifconfig'],
    form: /^\s+(?:inet6 (?:::1|fe80:[0-9a-f:]*)(?:\/\d+)?(?: +scope (?:host|link|global)| +prefixlen \d+ +scopeid \S+)?(?: (?:noprefixroute|tentative|nodad|proto \w+))*\s*|valid_lft \S+ preferred_lft \S+)\s*$/,
  },
  {
    name: 'notice',
    of: ['cat', 'head', 'tail', 'grep'],
    asked: ({ operands }) => operands.includes('/etc/resolv.conf'),
    form: /^# /,
  },
  {
    name: 'transfer-progress',
    of: ['curl'],
    asked: (printer) => wasGiven(printer, 'verbose'),
    form: /^(?:\* |[{}] \[)/,
  },
  { name: 'notice', of: ['docker compose'], form: /^Building [\w.-]+$/ },
  {
    name: 'usage-hint',
    of: ['docker'],
    asked: isUnasked,
    form: /^(?:Run a command in a new container|Create and run a new container from an image|Build an image from a Dockerfile|Start a build)$/,
  },
  { name: 'usage-hint', of: ['docker'], asked: isUnasked, form: /^Usage: {2}docker \S/ },
  {
    name: 'usage-hint',
    of: ['docker'],
    form: /^(?:See 'docker .*--help'(?:\.| for more information)?|Run 'docker .*--help' for more information)$/,
  },
  {
    name: 'notice',
    of: ['docker login'],
    form: /^(?:WARNING! Your (?:password|credentials)|Configure a credential helper|https:\/\/docs\.docker\.com\/|Log in with your Docker ID|Login with your Docker ID|Authenticating with existing credentials|You can (?:log in|sign in)|i Info)/,
  },
  ...packageManagers,
  {
    name: 'pull-progress',
    of: pulls,
    form: /^[0-9a-f]{12}: (?:Pulling fs layer|Waiting|Downloading|Verifying Checksum|Download complete|Extracting|Pull complete|Already exists|Layer already exists|Pushed|Pushing|Preparing|Mounted from|Loading layer|Retrying)/,
  },
  { name: 'pull-progress', of: pulls, form: /^[0-9a-f]{12}: .*\[=*>? *\]/ },
  // Since 17.11 it ends in the full name of what it pulled.
  {
    name: 'pull-progress',
    of: ['docker image pull'],
    asked: isLoud,
    form: /^Using default tag: latest$/,
    certain: true,
  },
  {
    name: 'pull-progress',
    of: ['docker image pull'],
    asked: isLoud,
    form: /^(docker\.io\/[\w./-]+(?::[\w.-]+)?)$/,
    counts: ([, image], facts) => !isStated(image, facts),
    certain: true,
  },
  {
    name: 'pull-progress',
    of: pulls,
    form: /^(docker\.io\/[\w./-]+(?::[\w.-]+)?)$/,
    counts: ([, image], facts) => !isStated(image, facts) && isOf(facts.printers, 'docker image pull'),
  },
  { name: 'pull-progress', of: pulls, form: /^Using default tag: latest$/ },
  {
    name: 'pull',
    of: starts,
    form: /^Unable to find image '(.*)' locally$/,
    counts: ([, image], facts) => !isStated(image, facts),
  },
  {
    name: 'pull',
    of: starts,
    form: /^[\w.-]+: Pulling from ([\w./-]+)$/,
    counts: ([, image], facts) => !isStated(image, facts),
  },
  {
    name: 'pull',
    of: starts,
    form: /^Status: (?:Downloaded newer image for|Image is up to date for) (\S+)$/,
    counts: ([, image], facts) => !isStated(image, facts),
  },
  {
    name: 'pull',
    of: composeStarts,
    form: /^(?:Pulling \S+ \(\S+\)\.\.\.|[\w.-]+: Pulling from [\w./-]+|Digest: sha256:[0-9a-f]+…?|Status: (?:Downloaded newer image for|Image is up to date for) \S+)$/,
  },
  { name: 'pull', of: starts, form: /^(?:Pulling repository .*|Digest: sha256:[0-9a-f]+…?)$/ },
  { name: 'notice', form: /^DEPRECATED: The legacy builder is deprecated/ },
  {
    name: 'notice',
    form: /^\s*(?:BuildKit is currently disabled; |Install the buildx component to build images|environment-variable\.$|https:\/\/docs\.docker\.com\/go\/buildx\/)/,
  },
  {
    name: 'notice',
    form: /^(?:Since --detach=false was not specified, tasks will be created in the background\.|In a future release, --detach=false will become the default\.)$/,
  },
  {
    name: 'notice',
    form: /^(?:What's [Nn]ext:?|\s+(?:1\. Sign in|View (?:a )?summary of image vulnerabilities|Try Docker Debug|Learn more at https:\/\/docs\.docker\.com)|Use 'docker scan' to run Snyk|Use 'docker scout')/,
  },
  {
    name: 'notice',
    form: /^(?:time="[^"]*" level=warning msg="|WARN\[\d+\] )[^"]*the attribute `?\\?`?version`?\\?`? is obsolete/,
  },
  {
    name: 'notice',
    of: ['docker compose'],
    form: /^WARN\[\d+\] (?:Found multiple (?:config|override) files with supported names: |Using \S+\.ya?ml$)/,
  },
  {
    // Only version 1 of compose says so.
    name: 'notice',
    of: ['docker compose'],
    form: /^WARNING: (?:Some (?:networks|volumes|services) (?:\(\S+\) )?(?:were defined but are not used by any service|use the 'deploy' key)|The Docker Engine you're using is running in swarm mode|Image for service \S+ was built because it did not already exist)/,
  },
  {
    // Version 1 of compose was written in Python.
    name: 'notice',
    of: ['docker compose version'],
    form: /^(?:docker-py|CPython|OpenSSL) version: /,
    alone: 'library',
  },
  { name: 'notice', form: /^SECURITY WARNING: You are building a Docker image from Windows/ },
  {
    name: 'notice',
    form: /^WARNING: (?:The requested image's platform|No (?:swap|memory|kernel|oom|cpu|blkio|cpuset)|IPv4 forwarding|bridge-nf-call|Error loading config file|Plugin|current commit information|Your kernel does not support |No output specified|buildx: git was not found)/,
  },
  {
    name: 'notice',
    form: /^(?:Emulate Docker CLI using podman|Alias tip: |npm notice|\[notice\] A new release of pip|WARNING: You are using pip version|You should consider upgrading via)/,
  },
];

/** The tolerance by which a line may be missing on the other side; null for a line that counts. */
export function noiseOf(line: string, facts: CommandFacts, side: Side): Pick<LineUnit, 'noise' | 'alone'> {
  if (line.trim() === '') return { noise: 'blank-line' };
  for (const noise of noisesOf(facts)) {
    const match = noise.form.exec(line);
    if (match === null) continue;
    const { name, counts, certain, alone } = noise;
    if (certain === true && side === 'expected') return { noise: null };
    if (counts?.(match, facts) !== true) return { noise: name, ...(alone === undefined ? {} : { alone }) };
  }
  return { noise: null };
}

/** The kinds that output of a command can have. */
function noisesOf(facts: CommandFacts): readonly Noise[] {
  const known = byCommand.get(facts);
  if (known !== undefined) return known;
  const possible = table.filter((noise) => mayPrint(facts.printers, noise));
  byCommand.set(facts, possible);
  return possible;
}

const byCommand = new WeakMap<CommandFacts, readonly Noise[]>();

/** How it is used is shown with an error; asked for, it is the output. */
function isUnasked(printer: Printer): boolean {
  return printer.verb !== 'help' && !wasGiven(printer, 'help');
}

function isLoud(printer: Printer): boolean {
  return !wasGiven(printer, 'quiet');
}

/** Whether the command names the image, in whatever form. */
function isStated(image: string | undefined, { stated }: CommandFacts): boolean {
  const name = shortImage(image ?? '');
  return [...stated].some((word) => shortImage(word) === name || parseImageName(word)?.repository === name);
}
