import type { Noise } from './noise.ts';

const apt = /\bapt(?:-get)?\b|\baptitude\b|\bdpkg\b/;
/** Its last line is all that it says of success. */
const aptUpdate = /\bapt(?:-get)? (?:-\S+ )*update\b(?!.*\binstall\b)/s;
const apk = /\bapk\b/;
const yum = /\b(?:yum|dnf|microdnf)\b/;
const pip = /\bpip3?\b|\bpython3? -m pip\b/;
const npm = /\b(?:npm|npx|yarn|pnpm)\b/;
const mvn = /\bmvnw?\b|\bmaven\b/;
const git = /\bgit (?:clone|pull|fetch|push)\b/;
const transfer = /\b(?:curl|wget)\b/;

/** What package managers print besides the lines that tell success. A line about a package that was asked for counts. */
export const packageManagers: readonly Noise[] = [
  { name: 'apt-noise', of: aptUpdate, form: /^Reading package lists\.\.\./, certain: true },
  {
    name: 'apt-noise',
    of: apt,
    form: /^(?:Get|Hit|Ign):\d+ |^(?:Get|Hit|Ign) http|^Fetched |^\(Reading database|^(?:Reading package lists|Building dependency tree|Reading state information)|^\d+% \[/,
  },
  {
    name: 'apt-noise',
    of: apt,
    form: /^(?:Need to get|After this operation|Do you want to continue|debconf: |invoke-rc\.d|Processing triggers|update-alternatives: |WARNING: apt does not have|W: (?!Failed to fetch|Some index files failed)|N: |Extracting templates|Preconfiguring packages|Created symlink|Running hooks|Updating certificates|\d+ added, \d+ removed; done|done\.$|Enabling |Adding (?:user|group|system|new)|Module |All packages are up to date|\d+ packages? can be upgraded|Scanning |No VM guests|No (?:services|containers|user sessions) need)/,
  },
  { name: 'apt-noise', of: apt, form: /^ {2}[a-z0-9][\w.+-]*(?::\w+)?(?: |$)|^ {2}\| [a-z0-9]/ },
  { name: 'apt-noise', of: apt, form: /^(?:Selecting previously unselected package|Preparing to unpack) / },
  {
    name: 'apt-noise',
    of: apt,
    form: /^(?:Unpacking|Setting up) (\S+?)(?::\w+)? /,
    counts: ([, name], stated) => name !== undefined && stated.has(name),
  },
  {
    name: 'apk-noise',
    of: apk,
    form: /^(?:fetch http|Executing |v\d+\.\d+\.\d+-)/,
  },
  { name: 'apk-noise', of: apk, form: /^OK: (?:[\d.]+ [KMG]iB|\d+ distinct packages)/, certain: true },
  {
    name: 'apk-noise',
    of: apk,
    form: /^\(\d+\/\d+\) Installing (\S+)/,
    counts: ([, name], stated) => name !== undefined && stated.has(name),
  },
  {
    name: 'yum-noise',
    of: yum,
    form: /^(?:Loaded plugins|Determining fastest|\s*\*? ?base|Resolving Dependencies|-->|--->|Downloading [Pp]ackages|Running transaction|Transaction (?:Summary|test)|Total|Installed size|Last metadata|Dependencies resolved|=+$|\s*(?:Preparing|Installing|Verifying|Running scriptlet)\s*:|Is this ok|Package\s+Arch)/,
  },
  {
    name: 'pip-noise',
    of: pip,
    form: /^\s*(?:Collecting |Downloading |Using cached |Installing collected packages|Obtaining |Preparing metadata|Building wheel|Created wheel|Stored in directory|Getting requirements|Installing build dependencies|Requirement already satisfied|Looking in |Attempting uninstall|Found existing|Uninstalling|Successfully (?:built|uninstalled)|━|\|█|WARNING: (?:Running pip|You are using pip|The script|There was an error checking)|\[notice\]|You should consider|Saved |DEPRECATION)/,
  },
  {
    name: 'npm-noise',
    of: npm,
    form: /^(?:npm (?:WARN|warn|notice|info|http)|\d+ packages? are looking for funding|\s+run `npm (?:fund|audit)|found 0 vulnerabilities|\d+ (?:\w+ severity )?vulnerabilit|To address|Run `npm audit`|created a lockfile|\s*run "npm|yarn (?:install|run) v|info |\[\d\/\d\] |warning |success Saved|Done in|\$ |└|├)/,
  },
  {
    name: 'mvn-noise',
    of: mvn,
    form: /^(?:Download(?:ing|ed)|Progress|\[INFO\] (?:Download|Scanning|Building|---|Nothing|Total time|Finished at|Final Memory|Compiling|Changes detected|Using|Copying|skip|Results|Running|\s|$)|\[INFO\]\s*$|\[WARNING\]|WARNING: |SLF4J)/,
  },
  {
    name: 'git-progress',
    of: git,
    form: /^(?:remote: |Receiving objects|Resolving deltas|Unpacking objects|Updating files|Checking out files|Enumerating|Counting|Compressing|Writing objects|Delta compression|Total \d+)/,
  },
  {
    name: 'transfer-progress',
    of: transfer,
    form: /^\s*(?:% Total\s|Dload\s|\d+\s+[\d.]+[kMG]?\s+\d+\s+[\d.]+[kMG]?|[\d.]+K?.* [.\s]{10,}\d+%|--\d{4}-|Resolving |Connecting to|HTTP request sent|Length: |Saving to|\S+\s+\d+%(?: \||\[)|saving to)/,
  },
];
