import { type Printer, wasGiven } from '../../command/index.ts';
import type { Slots } from '../../printed/index.ts';
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
function isStated({ package: name }: Slots, { stated }: CommandFacts): boolean {
  return name !== undefined && stated.has(name);
}

/** What package managers print besides the lines that tell success. A line about a package that was asked for counts. */
export const packageManagers: readonly Noise[] = [
  {
    // All that it says of success
    name: 'apt-noise',
    of: ['apt update'],
    phrases: ['Reading package lists...'],
    asked: isLoud,
    certain: true,
  },
  { name: 'apt-noise', of: ['apt'], phrases: ['WARNING: apt does not have'] },
  {
    name: 'apt-noise',
    of: apt,
    phrases: [
      '{Get|Hit|Ign}{:<n>| http}',
      'Fetched ',
      '(Reading database',
      'Reading {package lists|state information}',
      'Building dependency tree',
      '<n>% [',
      '{Need to get|After this operation|Do you want to continue|Processing triggers}',
      '{debconf|update-alternatives|N}: ',
      'invoke-rc.d',
      '{Extracting templates|Preconfiguring packages|Created symlink|Running hooks|Updating certificates}',
      '<n> added, <n> removed; done',
      'done.$',
      '{Enabling|Module|Scanning} ',
      'Adding {user|group|system|new}',
      'All packages are up to date',
      '<n> package{s|} can be upgraded',
      'No VM guests',
      'No {services|containers|user sessions} need',
      'W: <text>',
      '  <lower>{:<name>|}{ |$}',
      '  | <lower>',
      '{Selecting previously unselected package|Preparing to unpack} ',
      '{Unpacking|Setting up} <package>{:<name>|} ',
    ],
    counts: (slots, facts) =>
      isStated(slots, facts) || /^(?:Failed to fetch|Some index files failed)/.test(slots.text ?? ''),
  },
  { name: 'apk-noise', of: ['apk'], phrases: ['fetch http', 'Executing ', 'v<n>.<n>.<n>-'] },
  { name: 'apk-noise', of: ['apk'], phrases: ['OK: <amount> {K|M|G}iB', 'OK: <n> distinct packages'], certain: true },
  { name: 'apk-noise', of: ['apk'], phrases: ['(<n>/<n>) Installing <package>'], counts: isStated },
  {
    name: 'yum-noise',
    of: yum,
    phrases: [
      '{Loaded plugins|Determining fastest|Resolving Dependencies|Running transaction|Total|Installed size|Last metadata|Dependencies resolved|Is this ok}',
      ' {* |}base',
      '{-|}-->',
      'Downloading {P|p}ackages',
      'Transaction {Summary|test}',
      '====',
      ' {Preparing|Installing|Verifying|Running scriptlet}{<blanks>|}:',
      'Package<blanks>Arch',
    ],
  },
  {
    name: 'pip-noise',
    of: pip,
    phrases: [
      ' {Collecting|Downloading|Using cached|Obtaining|Looking in|Saved} ',
      ' {Installing collected packages|Preparing metadata|Building wheel|Created wheel|Stored in directory|Getting requirements|Installing build dependencies}',
      ' {Requirement already satisfied|Attempting uninstall|Found existing|Uninstalling}',
      ' Successfully {built|uninstalled}',
      ' ━',
      ' |█',
      ' WARNING: {Running pip|The script}',
      ' DEPRECATION',
    ],
  },
  {
    name: 'pip-noise',
    of: ['pip'],
    phrases: ['WARNING: {You are using pip|There was an error checking}', '[notice]', 'You should consider'],
  },
  { name: 'npm-noise', of: ['npm', 'npx', 'pnpm'], phrases: ['npm {WARN|warn|notice|info|http}<end>'] },
  {
    name: 'npm-noise',
    of: npm,
    phrases: [
      '<n> package{s|} are looking for funding',
      '<blanks>run {`|"}npm {fund|audit}',
      'found 0 vulnerabilities',
      '<n> {<name> severity |}vulnerabilit',
      'To address',
      'Run `npm audit`',
      'created a lockfile',
      '{└|├}',
      'Progress: resolved ',
      'Packages: {+|-}<n>',
      '<signs>$',
      'Done in ',
    ],
  },
  { name: 'npm-noise', of: ['yarn'], phrases: ['yarn <name> v<n>', '$ ', 'Done in ', 'info Visit https://'] },
  {
    name: 'npm-noise',
    of: [...yarn, 'yarn'],
    asked: ({ verb }) => verb === '' || yarn.includes(`yarn ${verb}`),
    phrases: [
      'info {No lockfile found|Direct dependencies|All dependencies|Lockfile|Fetching|There appears to be trouble|If you think}',
      'info <word>: ',
      'info "<word>" is an optional',
      '[<n>/<n>] ',
      'warning ',
      'success Saved',
      '{└|├}',
    ],
  },
  {
    name: 'mvn-noise',
    of: ['mvn'],
    phrases: [
      'Download{ing|ed}<end>',
      'Progress',
      "[INFO] {Download|Scanning for projects|---|Nothing to compile|Total time|Finished at|Final Memory|Recompiling|Changes detected|Using '|skip non existing|Results|Tests are skipped|T E S T S| |$}",
      '[INFO] {Compiling|Copying} <n>',
      '[INFO]$',
      '[WARNING]',
      'WARNING: ',
      'SLF4J',
    ],
  },
  // Which project, and which of its tests
  { name: 'mvn-noise', of: ['mvn'], phrases: ['[INFO] Building jar: '], alone: 'mvn jar' },
  { name: 'mvn-noise', of: ['mvn'], phrases: ['[INFO] Building '], alone: 'mvn project' },
  { name: 'mvn-noise', of: ['mvn'], phrases: ['{[INFO] |}Running <word>$'], alone: 'mvn test' },
  {
    name: 'git-progress',
    of: git,
    phrases: [
      'remote: ',
      '{Receiving objects|Resolving deltas|Unpacking objects|Updating files|Checking out files|Enumerating|Counting|Compressing|Writing objects|Delta compression}',
      'Total <n>',
    ],
  },
  {
    name: 'transfer-progress',
    of: ['curl'],
    asked: isLoud,
    phrases: [
      ' {% Total|Dload}<blanks>',
      ' <n><blanks><amount><blanks><n><blanks><amount><blanks><n><blanks><amount><blanks><amount><blanks><amount><blanks>{--|<n>}:',
    ],
  },
  {
    name: 'transfer-progress',
    of: ['wget'],
    asked: isLoud,
    phrases: [
      ' <amount>… <dots><n>%',
      ' --<n>-',
      ' {Resolving |Connecting to|HTTP request sent|Length: |Saving to|saving to}',
      ' <word><blanks><n>% |',
      ' <word><blanks><n>%[',
    ],
  },
];
