import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { extraCertificates } from '../sandbox/sources.ts';

/** How this machine reaches package registries: what builds inside the shelf's images must know too. */
export interface HostSettings {
  /** Certificate authorities that were added to this machine, by file name, as PEM. */
  readonly certificates: Readonly<Record<string, string>>;
  /** Lines of a pip configuration's `[global]` section. */
  readonly pip: readonly string[];
  /** Lines of an npmrc. */
  readonly npm: readonly string[];
  /** Go's environment: `GOPROXY`, `GOSUMDB`, …; only what is not Go's own default. */
  readonly go: Readonly<Record<string, string>>;
  /** `<mirror>` elements of Maven's settings. */
  readonly mavenMirrors: readonly string[];
}

/** Where settings are read from; a test gives another one. */
export interface SettingsSource {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
  readonly nodePrefix: string;
  /** Root of the file system. */
  readonly root: string;
}

const here: SettingsSource = {
  env: process.env,
  home: homedir(),
  nodePrefix: dirname(dirname(process.execPath)),
  root: '/',
};

/**
 * Reads how the host's package managers are set up, from their files and variables: asking the tools themselves would
 * take a second at every start. Addresses that hold a password are left out, since an image is no place for one.
 */
export function readHostSettings(source: SettingsSource = here): HostSettings {
  return {
    certificates: readCertificates(join(source.root, 'usr/local/share/ca-certificates')),
    pip: readPip(source),
    npm: readNpm(source),
    go: readGo(source),
    mavenMirrors: readMavenMirrors(source),
  };
}

/** By file name; a folder in the name becomes part of it. */
function readCertificates(folder: string): Record<string, string> {
  const found = extraCertificates(folder);
  return Object.fromEntries(found.map(({ path, text }) => [relative(folder, path).replaceAll('/', '-'), text]));
}

function readPip({ env, home, root }: SettingsSource): string[] {
  const files = [join(home, '.config/pip/pip.conf'), join(home, '.pip/pip.conf'), join(root, 'etc/pip.conf')];
  const configured = files.map(text);
  return (['index-url', 'extra-index-url', 'trusted-host'] as const).flatMap((key) => {
    const variable = env[`PIP_${key.replaceAll('-', '_').toUpperCase()}`];
    const value = variable ?? firstMatch(configured, new RegExp(`^\\s*${key}\\s*[=:]\\s*(.+)$`, 'm'));
    return usable(value) ? [`${key} = ${value}`] : [];
  });
}

function readNpm({ env, home, nodePrefix }: SettingsSource): string[] {
  const files = [join(home, '.npmrc'), join(nodePrefix, 'etc/npmrc')].map(text);
  const value = env.npm_config_registry ?? env.NPM_CONFIG_REGISTRY ?? firstMatch(files, /^\s*registry\s*=\s*(.+)$/m);
  return usable(value) ? [`registry=${value}`] : [];
}

function readGo({ env, home }: SettingsSource): Record<string, string> {
  const file = text(join(home, '.config/go/env'));
  const names = ['GOPROXY', 'GOSUMDB', 'GONOSUMDB', 'GOPRIVATE', 'GONOPROXY'];
  const entries = names.map((name) => [name, env[name] ?? firstMatch([file], new RegExp(`^${name}=(.+)$`, 'm'))]);
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => usable(entry[1])));
}

function readMavenMirrors({ home, root }: SettingsSource): string[] {
  const files = [join(home, '.m2/settings.xml'), join(root, 'etc/maven/settings.xml')];
  const mirrors = files.flatMap(
    (file) =>
      text(file)
        .replace(/<!--[\s\S]*?-->/g, '')
        .match(/<mirror>[\s\S]*?<\/mirror>/g) ?? [],
  );
  // Maven's own settings hold one mirror that only forbids plain HTTP.
  return mirrors.filter((mirror) => !mirror.includes('<blocked>true') && usable(mirror));
}

/** Not empty, and without a user name and password. */
function usable(value: string | undefined): value is string {
  return value !== undefined && value !== '' && !/:\/\/[^/\s]*@/.test(value);
}

function firstMatch(texts: readonly string[], pattern: RegExp): string | undefined {
  for (const candidate of texts) {
    const found = pattern.exec(candidate)?.[1]?.trim();
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A file that is not there says nothing. */
function text(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
