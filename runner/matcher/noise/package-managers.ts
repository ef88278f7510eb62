import { type Printer, wasGiven } from '../../command/index.ts';
import type { CommandFacts } from '../facts.ts';
import type { Noise } from './noise.ts';

const asTo = (program: string, verbs: string) => verbs.split(' ').map((verb) => `${program} ${verb}`);

/** The verbs of apt that change what is installed; the others print what was asked for. */
const apt = [...asTo('apt', 'update install remove purge upgrade dist-upgrade autoremove clean build-dep'), 'dpkg'];
const yum = ['yum', 'dnf', 'microdnf'].flatMap((program) =>
  asTo(program, 'install remove erase update upgrade makecache localinstall groupinstall reinstall'),
);
const pip = asTo('pip', 'install uninstall download wheel');
const changesModules = 'install uninstall update init create exec';
const npm = [...asTo('npm', changesModules), ...asTo('pnpm', changesModules), 'npx'];
const yarn = [...asTo('yarn', 'install add remove upgrade')];
const git = asTo('git', 'clone pull fetch push');

function isLoud(printer: Printer): boolean {
  return !wasGiven(printer, 'silent', 'no-progress-meter', 'quiet');
}

/** It is about a package that the command names. */
function isStated([, name]: RegExpExecArray, { stated }: CommandFacts): boolean {
  return name !== undefined && stated.has(name);
}

/** What package managers print besides the lines that tell success. A line about a package that was asked for counts. */
export const packageManagers: readonly Noise[] = [
  {
    // All that it says of success
    name: 'apt-noise',
    of: ['apt update'],
    form: /^Reading package lists\.\.\./,
    asked: isLoud,
    certain: true,
  },
  {
    name: 'apt-noise',
    of: apt,
    form: /^(?:Get|Hit|Ign):\d+ |^(?:Get|Hit|Ign) http|^Fetched |^\(Reading database|^(?:Reading package lists|Building dependency tree|Reading state information)|^\d+% \[/,
  },
  {
    name: 'apt-noise',
    of: apt,
    form: /^(?:Need to get|After this operation|Do you want to continue|debconf: |invoke-rc\.d|Processing triggers|update-alternatives: |W: (?!Failed to fetch|Some index files failed)|N: |Extracting templates|Preconfiguring packages|Created symlink|Running hooks|Updating certificates|\d+ added, \d+ removed; done|done\.$|Enabling |Adding (?:user|group|system|new)|Module |All packages are up to date|\d+ packages? can be upgraded|Scanning |No VM guests|No (?:services|containers|user sessions) need)/,
  },
  { name: 'apt-noise', of: ['apt'], form: /^WARNING: apt does not have/ },
  { name: 'apt-noise', of: apt, form: /^ {2}[a-z0-9][\w.+-]*(?::\w+)?(?: |$)|^ {2}\| [a-z0-9]/ },
  { name: 'apt-noise', of: apt, form: /^(?:Selecting previously unselected package|Preparing to unpack) / },
  { name: 'apt-noise', of: apt, form: /^(?:Unpacking|Setting up) (\S+?)(?::\w+)? /, counts: isStated },
  { name: 'apk-noise', of: ['apk'], form: /^(?:fetch http|Executing |v\d+\.\d+\.\d+-)/ },
  { name: 'apk-noise', of: ['apk'], form: /^OK: (?:[\d.]+ [KMG]iB|\d+ distinct packages)/, certain: true },
  { name: 'apk-noise', of: ['apk'], form: /^\(\d+\/\d+\) Installing (\S+)/, counts: isStated },
  {
    name: 'yum-noise',
    of: yum,
    form: /^(?:Loaded plugins|Determining fastest|\s*\*? ?base|Resolving Dependencies|-->|--->|Downloading [Pp]ackages|Running transaction|Transaction (?:Summary|test)|Total|Installed size|Last metadata|Dependencies resolved|=+$|\s*(?:Preparing|Installing|Verifying|Running scriptlet)\s*:|Is this ok|Package\s+Arch)/,
  },
  {
    name: 'pip-noise',
    of: pip,
    form: /^\s*(?:Collecting |Downloading |Using cached |Installing collected packages|Obtaining |Preparing metadata|Building wheel|Created wheel|Stored in directory|Getting requirements|Installing build dependencies|Requirement already satisfied|Looking in |Attempting uninstall|Found existing|Uninstalling|Successfully (?:built|uninstalled)|━|\|█|WARNING: (?:Running pip|The script)|Saved |DEPRECATION)/,
  },
  {
    name: 'pip-noise',
    of: ['pip'],
    form: /^(?:WARNING: (?:You are using pip|There was an error checking)|\[notice\]|You should consider)/,
  },
  { name: 'npm-noise', of: ['npm', 'npx', 'pnpm'], form: /^npm (?:WARN|warn|notice|info|http)\b/ },
  {
    name: 'npm-noise',
    of: npm,
    form: /^(?:\d+ packages? are looking for funding|\s+run [`"]npm (?:fund|audit)|found 0 vulnerabilities|\d+ (?:\w+ severity )?vulnerabilit|To address|Run `npm audit`|created a lockfile|└|├|Progress: resolved |Packages: [+-]\d|[+-]+$|Done in )/,
  },
  { name: 'npm-noise', of: ['yarn'], form: /^(?:yarn \w+ v\d|\$ |Done in |info Visit https:\/\/)/ },
  {
    name: 'npm-noise',
    of: [...yarn, 'yarn'],
    asked: ({ verb }) => verb === '' || yarn.includes(`yarn ${verb}`),
    form: /^(?:info (?:No lockfile found|Direct dependencies|All dependencies|Lockfile|Fetching|There appears to be trouble|If you think|\S+: |"\S+" is an optional)|\[\d\/\d\] |warning |success Saved|└|├)/,
  },
  {
    name: 'mvn-noise',
    of: ['mvn'],
    form: /^(?:Download(?:ing|ed)\b|Progress|\[INFO\] (?:Download|Scanning for projects|-{3}|Nothing to compile|Total time|Finished at|Final Memory|Compiling \d|Recompiling|Changes detected|Using '|Copying \d|skip non existing|Results|Tests are skipped|T E S T S|\s|$)|\[INFO\]\s*$|\[WARNING\]|WARNING: |SLF4J)/,
  },
  // Which project, and which of its tests
  { name: 'mvn-noise', of: ['mvn'], form: /^\[INFO\] Building jar: /, alone: 'mvn jar' },
  { name: 'mvn-noise', of: ['mvn'], form: /^\[INFO\] Building (?!jar: )/, alone: 'mvn project' },
  { name: 'mvn-noise', of: ['mvn'], form: /^(?:\[INFO\] )?Running \S+$/, alone: 'mvn test' },
  {
    name: 'git-progress',
    of: git,
    form: /^(?:remote: |Receiving objects|Resolving deltas|Unpacking objects|Updating files|Checking out files|Enumerating|Counting|Compressing|Writing objects|Delta compression|Total \d+)/,
  },
  {
    name: 'transfer-progress',
    of: ['curl'],
    asked: isLoud,
    form: /^\s*(?:% Total\s|Dload\s|\d+\s+[\d.]+[kMG]?\s+\d+\s+[\d.]+[kMG]?\s+\d+\s+[\d.]+[kMG]?\s+[\d.]+[kMG]?\s+[\d.]+[kMG]?\s+[-\d]+:)/,
  },
  {
    name: 'transfer-progress',
    of: ['wget'],
    asked: isLoud,
    form: /^\s*(?:[\d.]+K?.* [.\s]{10,}\d+%|--\d{4}-|Resolving |Connecting to|HTTP request sent|Length: |Saving to|\S+\s+\d+%(?: \||\[)|saving to)/,
  },
];
