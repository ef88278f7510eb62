import { createHash } from 'node:crypto';
import type { Generation } from '../../core/engine.ts';

/** How the root file system of one generation is made. */
export interface Recipe {
  readonly generation: Generation;
  /** Debian's release that carries this Docker. */
  readonly suite: string;
  /** The script of debootstrap that knows how; later suites have no name of their own in older versions of it. */
  readonly script: string;
  readonly packages: readonly string[];
  /** How many lines debootstrap prints, about: for the progress. */
  readonly lines: number;
  /** Shell source run in the finished root, without network. */
  readonly finish: string;
}

/** What a reader has on their machine: packages that every generation gets. */
const everyday = [
  'bash-completion bind9-host ca-certificates curl file git gnupg iproute2 iptables iputils-ping jq less lsof nano',
  'netbase netcat-openbsd openssh-client procps psmisc python3 sudo tree unzip vim wget xz-utils zip',
]
  .join(' ')
  .split(' ');

const engines: Readonly<Record<Generation, { suite: string; script: string; packages: readonly string[] }>> = {
  20: { suite: 'bookworm', script: 'bookworm', packages: ['docker.io', 'docker-compose'] },
  26: { suite: 'trixie', script: 'trixie', packages: ['docker.io', 'docker-cli', 'docker-buildx', 'docker-compose'] },
  28: { suite: 'forky', script: 'sid', packages: ['docker.io', 'docker-cli', 'docker-buildx', 'docker-compose'] },
};

/** The first process of a sandbox: starts dockerd, then only collects what the shells leave behind. */
const init = `#!/bin/sh
dockerd "$@" >&3 2>&1 3>&- &
exec 3>&-
wait $!
while :; do sleep 3600; done
`;

/** Documentation and package lists that no chapter reads: a third of the whole. */
const finish = `set -e
rm -rf /usr/share/doc /usr/share/man /usr/share/info /usr/share/lintian /usr/share/locale/[a-df-z]* \\
  /var/cache/apt/archives/*.deb /var/cache/apt/*.bin /var/lib/apt/lists/* /var/log/*.log /var/log/apt
printf 'LANG=C.UTF-8\\n' > /etc/default/locale
printf '127.0.0.1\\tlocalhost\\n127.0.1.1\\tdocker\\n' > /etc/hosts
echo docker > /etc/hostname
ln -sf /proc/mounts /etc/mtab
for skeleton in .bashrc .profile .bash_logout; do cp /etc/skel/$skeleton /root/ 2>/dev/null || :; done
rm -rf /root/.ssh
mkdir -p /root/work /var/lib/docker /.host
cat > /sbin/tutor-init <<'INIT'
${init}INIT
chmod 755 /sbin/tutor-init
update-ca-certificates >/dev/null 2>&1
groupadd -f docker
`;

/** The recipe of a generation. */
export function recipeOf(generation: Generation): Recipe {
  const { suite, script, packages } = engines[generation];
  return { generation, suite, script, packages: [...packages, ...everyday], lines: 820, finish };
}

/** Changes with everything that the root is made from; `inputs` are the parts that the machine adds (certificates). */
export function recipeHash(recipe: Recipe, inputs: readonly string[]): string {
  return createHash('sha256')
    .update(JSON.stringify([recipe, inputs]))
    .digest('hex')
    .slice(0, 16);
}
