import {
  isOf,
  mayPrint,
  type PrintedBy,
  type Printer,
  parseImageName,
  shortImage,
  wasGiven,
} from '../../command/index.ts';
import { type Phrase, phrases, type Slots } from '../../printed/index.ts';
import type { CommandFacts } from '../facts.ts';
import type { LineUnit, Side } from '../units.ts';
import { packageManagers } from './package-managers.ts';

/** A kind of line that may be missing on either side, or only in the chapter. */
export interface Noise extends PrintedBy {
  /** The tolerance under which it is listed. */
  readonly name: string;
  readonly phrases: readonly Phrase[];
  /** A line of this form that counts all the same: it is about something that the command names. */
  readonly counts?: (slots: Slots, facts: CommandFacts) => boolean;
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
  { name: 'interrupt', phrases: ['^{C|D|Z|<backslash>}$'] },
  { name: 'exit-status', of: ['docker'], phrases: ['exit status <n>$'], alone: 'exit status' },
  {
    name: 'notice',
    of: ['docker container cp'],
    phrases: ['Successfully copied <word> {(<word>) |(transferred <word>) |}to '],
    alone: 'copied',
  },
  // A client that is told of the end sooner than of the start, up to Docker 20
  { name: 'notice', of: starts, phrases: ['ERRO[<n>] error waiting for container: context canceled$'] },
  // Version 1 says in several lines that there is no compose file.
  {
    name: 'error-wording',
    of: ['docker compose'],
    phrases: ['ERROR:$', ' parent. Are you in the right directory?', ' Supported filenames: '],
    alone: 'compose file',
  },
  // The legend above the table, since Docker 29
  { name: 'notice', of: ['docker image ls'], phrases: [' i Info →'] },
  // What dig says around its sections
  {
    name: 'elision',
    of: ['dig'],
    phrases: [
      '; <<>> DiG ',
      '; (<n> server{s|} found)$',
      ';; {global options|Got answer|->>HEADER<<-|flags|Query time|SERVER|WHEN|MSG SIZE}',
      ';; OPT PSEUDOSECTION:$',
      '; {EDNS|COOKIE}: ',
    ],
    certain: true,
  },
  {
    name: 'elision',
    of: ['ls'],
    asked: (printer) => wasGiven(printer, 'l'),
    phrases: ['total <amount>$'],
    certain: true,
  },
  // The engine's own file among the volumes: it is made where the file system lets quotas be set.
  { name: 'elision', of: ['ls'], phrases: ['{b…|}backingFsBlockDev$'] },
  { name: 'builder', of: builds, phrases: ['[+] Building <word> (0/0)'] },
  {
    name: 'build-cache',
    of: ['docker builder prune', 'docker buildx prune', 'docker system prune'],
    phrases: ['Deleted build cache objects:', 'ID<blanks>RECLAIMABLE<blanks>SIZE', '<longid>{*|}{<blanks>|$}'],
  },
  {
    name: 'ipv6-loopback',
    of: ['ip address', 'ifconfig'],
    phrases: ['<blanks>inet6 {::1|fe80:<rest>}{/<n>|}{<blanks>|$}', '<blanks>valid_lft <word> preferred_lft <word>$'],
  },
  {
    name: 'notice',
    of: ['cat', 'head', 'tail', 'grep'],
    asked: ({ operands }) => operands.includes('/etc/resolv.conf'),
    phrases: ['# '],
  },
  {
    name: 'transfer-progress',
    of: ['curl'],
    asked: (printer) => wasGiven(printer, 'verbose'),
    phrases: ['* ', '{<open>|<close>} ['],
  },
  {
    name: 'usage-hint',
    of: ['docker'],
    asked: isUnasked,
    phrases: [
      '{Run a command in a new container|Create and run a new container from an image|Build an image from a Dockerfile|Start a build}$',
      'Usage:  docker <word>',
    ],
  },
  {
    name: 'usage-hint',
    of: ['docker'],
    phrases: ["See 'docker …--help'{.| for more information|}$", "Run 'docker …--help' for more information$"],
  },
  {
    name: 'notice',
    of: ['docker login'],
    phrases: [
      'WARNING! Your {password|credentials}',
      'Configure a credential helper',
      'https://docs.docker.com/',
      '{Log in|Login} with your Docker ID',
      'Authenticating with existing credentials',
      'You can {log in|sign in}',
      'i Info',
    ],
  },
  // Behind the log of a build; older builders warn of nothing.
  {
    name: 'notice',
    of: builds,
    phrases: ['<blanks><n> warning{s|} found', '<blanks>- <letters>: '],
    alone: 'build warning',
  },
  ...packageManagers,
  {
    name: 'pull-progress',
    of: pulls,
    phrases: [
      '<id>: {Pulling fs layer|Waiting|Downloading|Verifying Checksum|Download complete|Extracting|Pull complete|Already exists|Layer already exists|Pushed|Pushing|Preparing|Mounted from|Loading layer|Retrying}',
      '<id>: …[{=|>| }…]',
    ],
  },
  // The Docker that Red Hat packaged up to 1.13 told where it looks.
  { name: 'pull-progress', of: pulls, phrases: ['Trying to pull repository <word> ...'] },
  // dockerd writes its own log into the terminal that it was started in.
  {
    name: 'notice',
    of: ['docker'],
    phrases: [
      '{INFO|WARN|DEBU}[<date>T<word>] {shim |ignoring event|API listen on|No non-localhost DNS|Container |Attempting next endpoint|Pull session}',
    ],
  },
  // Since 17.11 it ends in the full name of what it pulled.
  {
    name: 'pull-progress',
    of: ['docker image pull'],
    asked: (printer) => !wasGiven(printer, 'quiet'),
    phrases: ['Using default tag: latest$', '<hub>$'],
    counts: ({ hub }, facts) => isAnother(hub, facts),
    certain: true,
  },
  {
    name: 'pull-progress',
    of: pulls,
    phrases: ['Using default tag: latest$', '<hub>$'],
    counts: ({ hub }, facts) => isAnother(hub, facts) && isOf(facts.printers, 'docker image pull'),
  },
  {
    name: 'pull',
    of: starts,
    phrases: [
      "Unable to find image '<image>' locally$",
      '<name>: Pulling from <image>$',
      'Status: {Downloaded newer image for|Image is up to date for} <image>$',
      'Pulling repository ',
      'Digest: sha256:<word>$',
    ],
    counts: ({ image }, facts) => isAnother(image, facts),
  },
  {
    name: 'pull',
    of: composeStarts,
    phrases: [
      'Pulling <word> (<word>)...$',
      '<name>: Pulling from <word>$',
      'Digest: sha256:<word>$',
      'Status: {Downloaded newer image for|Image is up to date for} <word>$',
    ],
  },
  {
    name: 'notice',
    phrases: [
      'DEPRECATED: The legacy builder is deprecated',
      ' BuildKit is currently disabled; ',
      ' Install the buildx component to build images',
      ' environment-variable.$',
      ' https://docs.docker.com/go/buildx/',
      'Since --detach=false was not specified, tasks will be created in the background.$',
      'In a future release, --detach=false will become the default.$',
      'View build details: ',
      "What's {N|n}ext",
      '<blanks>{1. Sign in|View {a |}summary of image vulnerabilities|Try Docker Debug|Learn more at https://docs.docker.com}',
      "Use 'docker {scan' to run Snyk|scout'}",
      '{time="…" level=warning msg=|WARN[<n>] }…the attribute …version… is obsolete',
      'SECURITY WARNING: You are building a Docker image from Windows',
      "WARNING: {The requested image's platform|IPv4 forwarding|bridge-nf-call|Error loading config file|Plugin|current commit information|Your kernel does not support |Support for cgroup v1 is deprecated|API is accessible on http|daemon is not using the default seccomp|No output specified|buildx: git was not found}",
      'WARNING: No {swap|memory|kernel|oom|cpu|blkio}',
      'Emulate Docker CLI using podman',
      'Alias tip: ',
      'npm notice',
      '[notice] A new release of pip',
      'WARNING: You are using pip version',
      'You should consider upgrading via',
    ],
  },
  {
    name: 'notice',
    of: ['docker compose'],
    phrases: [
      'Attaching to ',
      'Building <name>$',
      // The keys that compose takes in a terminal, since 2.26
      ' {v View in Docker Desktop<blanks>|}{o View Config<blanks>|}w Enable Watch{<blanks>d Detach|}$',
      'WARN[<n>] Found multiple {config|override} files with supported names: ',
      'WARN[<n>] Using <word>{.yml|.yaml}$',
      // Only version 1 of compose says so.
      "WARNING: Some {networks|volumes|services} {(<word>) |}{were defined but are not used by any service|use the 'deploy' key}",
      "WARNING: The Docker Engine you're using is running in swarm mode",
      'WARNING: Image for service <word> was built because it did not already exist',
    ],
  },
  // Version 1 of compose was written in Python.
  {
    name: 'notice',
    of: ['docker compose version'],
    phrases: ['{docker-py|CPython|OpenSSL} version: '],
    alone: 'library',
  },
];

const readers = new Map(table.map((noise) => [noise, phrases(noise.phrases)]));

/** The tolerance by which a line may be missing on the other side; null for a line that counts. */
export function noiseOf(line: string, facts: CommandFacts, side: Side): Pick<LineUnit, 'noise' | 'alone'> {
  if (line.trim() === '') return { noise: 'blank-line' };
  for (const noise of noisesOf(facts)) {
    const slots = readers.get(noise)?.(line) ?? null;
    if (slots === null) continue;
    const { name, counts, certain, alone } = noise;
    if (certain === true && side === 'expected') return { noise: null };
    if (counts?.(slots, facts) !== true) return { noise: name, ...(alone === undefined ? {} : { alone }) };
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

/** It is an image, and none that the command names in whatever form. */
function isAnother(image: string | undefined, { stated }: CommandFacts): boolean {
  const name = shortImage(image ?? '');
  return (
    image !== undefined &&
    ![...stated].some((word) => shortImage(word) === name || parseImageName(word)?.repository === name)
  );
}
