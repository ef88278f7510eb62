import type { HostSettings } from '../host-settings.ts';
import { block, type Recipe } from '../recipe.ts';
import { aptInstall } from './apt.ts';

/** Debian's releases that the shelf builds on, and their numbers. */
export const suites = { bookworm: 12, trixie: 13 } as const;
export type Suite = keyof typeof suites;

const dpkgOptions = [
  'force-unsafe-io',
  'path-exclude /usr/share/doc/*',
  'path-include /usr/share/doc/*/copyright',
  'path-exclude /usr/share/man/*',
  'path-exclude /usr/share/info/*',
  'path-exclude /usr/share/lintian/*',
  'path-exclude /usr/share/locale/*',
];

/** Files of every Debian image: small, quiet and quick in a container, as base images are. */
const configuration: Readonly<Record<string, string>> = {
  'etc/dpkg/dpkg.cfg.d/container': [...dpkgOptions, ''].join('\n'),
  'etc/apt/apt.conf.d/container': [
    'Acquire::Languages "none";',
    'APT::Keep-Downloaded-Packages "false";',
    'APT::AutoRemove::SuggestsImportant "false";',
    '',
  ].join('\n'),
};

/**
 * Debian itself. Empty folders for manual pages stay: OpenJDK's package fails without them. It is made on a sandbox, whose own package sources name the mirror; only the main archive, whose
 * release files do not expire, so that a machine with a frozen copy of it can build too.
 */
export function debian(suite: Suite, host: HostSettings): Recipe {
  const reference = `tutor/debian:${suite}`;
  return block({ reference, build: { kind: 'root', script: rootScript(suite) }, files: overlay(host), megabytes: 120 });
}

/** Debian with what fetches things: the place in which other images' parts are put together. */
export function workshop(suite: Suite, host: HostSettings): Recipe {
  const base = debian(suite, host);
  const text = `FROM ${base.reference}
${aptInstall('ca-certificates', 'curl')}
COPY --chmod=755 collect.sh /usr/local/bin/collect
`;
  const build = { kind: 'dockerfile', text } as const;
  return block({
    reference: `tutor/workshop:${suite}`,
    bases: [base],
    build,
    files: { 'collect.sh': collect },
    megabytes: 15,
  });
}

/** From trixie on /usr is merged by itself; before, a package of that name does without perl, which usrmerge needs. */
const merged: Readonly<Record<Suite, string>> = {
  bookworm: '--hook-dir=/usr/share/mmdebstrap/hooks/merged-usr --include=usr-is-merged',
  trixie: '',
};

function rootScript(suite: Suite): string {
  return `set -eu
export DEBIAN_FRONTEND=noninteractive
mirror=$(cat /etc/apt/sources.list /etc/apt/sources.list.d/* 2>/dev/null | sed -n 's/^deb \\(\\[[^]]*\\] \\)\\?\\([^ ]*\\) .*/\\2/p; s/^URIs: *//p' | head -n 1)
command -v mmdebstrap >/dev/null || {
  apt-get -o Acquire::Check-Valid-Until=false update -qq
  apt-get install -y -qq --no-install-recommends mmdebstrap
}
case "$mirror" in https:*) secure=--include=ca-certificates ;; *) secure=--include=bash ;; esac
mmdebstrap --mode=root --variant=minbase "$secure" ${merged[suite]} --aptopt='Acquire::Languages "none"' \\
  ${dpkgOptions.map((option) => `--dpkgopt='${option.replace(' ', '=')}'`).join(' ')} \\
  --customize-hook='rm -f "$1"/etc/dpkg/dpkg.cfg.d/* "$1"/etc/apt/apt.conf.d/99mmdebstrap' \\
  --customize-hook='cp -rT overlay "$1"' \\
  --customize-hook='for section in 1 2 3 4 5 6 7 8; do mkdir -p "$1/usr/share/man/man$section"; done' \\
  --customize-hook='rm -f "$1/etc/os-release" "$1/etc/hostname" "$1/etc/resolv.conf"; cp "$1/usr/lib/os-release" "$1/etc/os-release"' \\
  --customize-hook='printf "#!/bin/sh\\nexit 101\\n" > "$1/usr/sbin/policy-rc.d"; chmod 755 "$1/usr/sbin/policy-rc.d"' \\
  ${suite} root.tar "$mirror"
`;
}

/** Files laid over the root: apt's and pip's settings, and the certificates of the machine. */
function overlay({ certificates, pip }: HostSettings): Record<string, string> {
  const extra = Object.entries(certificates);
  const files: Record<string, string> = { ...configuration };
  for (const [name, pem] of extra) files[`usr/local/share/ca-certificates/${name}`] = pem;
  const lines = extra.length > 0 ? [...pip, 'cert = /etc/ssl/certs/ca-certificates.crt'] : [...pip];
  if (lines.length > 0) files['etc/pip.conf'] = `[global]\n${lines.join('\n')}\n`;
  return Object.fromEntries(Object.entries(files).map(([path, content]) => [`overlay/${path}`, content]));
}

/** Copies programs, and the shared libraries that they and the given libraries need, into a folder. */
const collect = `#!/bin/sh
set -eu
out=$1
shift
for file in "$@"; do
  case "$file" in
    *.so | *.so.*) ;;
    *)
      mkdir -p "$out$(dirname "$file")"
      cp -L "$file" "$out$file"
      ;;
  esac
  ldd "$file" 2>/dev/null | grep -o '/[^ ]*' | while read -r library; do
    [ -e "$out$library" ] && continue
    mkdir -p "$out$(dirname "$library")"
    cp -L "$library" "$out$library"
  done
done
`;
