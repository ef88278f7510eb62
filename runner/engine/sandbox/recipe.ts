import { createHash } from 'node:crypto';
import type { Generation } from '../../core/engine.ts';
import { services } from './services.ts';
import { dockersPackages, type Upstream } from './upstream.ts';

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
  /** Shell source run in the finished root. */
  readonly finish: string;
  /** Where Docker comes from that Debian does not carry; left out where `packages` have it. */
  readonly upstream?: Upstream;
}

/** What a reader has on their machine: packages that every generation gets. */
const everyday = [
  'bash-completion bind9-host ca-certificates curl file git gnupg iproute2 iptables iputils-ping jq less lsof nano',
  'netbase netcat-openbsd openssh-client procps psmisc python3 sudo tree unzip vim wget xz-utils zip',
]
  .join(' ')
  .split(' ');

const engines: Readonly<Record<Generation, Pick<Recipe, 'suite' | 'script' | 'packages' | 'upstream'>>> = {
  20: { suite: 'bookworm', script: 'bookworm', packages: ['docker.io', 'docker-compose'] },
  26: { suite: 'trixie', script: 'trixie', packages: ['docker.io', 'docker-cli', 'docker-buildx', 'docker-compose'] },
  28: { suite: 'forky', script: 'sid', packages: ['docker.io', 'docker-cli', 'docker-buildx', 'docker-compose'] },
  29: {
    suite: 'trixie',
    script: 'trixie',
    packages: [],
    upstream: {
      version: '29.9.3',
      engine: 'v2.0.0-beta.24',
      client: 'v29.9.3+incompatible',
      go: '1.26.3',
      base: 28,
    },
  },
};

/**
 * The first process of a sandbox: starts containerd and dockerd, then only collects what the shells leave behind.
 * dockerd waits a whole second before it tries containerd again, so it starts when that one listens. Its options stand
 * where `service docker restart` finds them.
 */
const init = `#!/bin/sh
. /etc/default/docker
containerd >&3 2>&1 3>&- &
tries=0
while ! [ -S /run/containerd/containerd.sock ] && [ $tries -lt 2000 ]; do sleep 0.005; tries=$((tries + 1)); done
dockerd $DOCKER_OPTS >&3 2>&1 3>&- &
echo $! > /run/docker-ssd.pid
exec 3>&-
while :; do
  wait
  sleep 3600
done
`;

/** As in Docker's own packages: what only Kubernetes asks for is off. */
const containerdConfig = `version = 2
disabled_plugins = ["io.containerd.grpc.v1.cri", "io.containerd.cri.v1.images", "io.containerd.cri.v1.runtime"]
`;

/** Takes away documentation and package lists that no chapter reads, a third of the whole, and puts the init there. */
const tidy = `set -e
rm -rf /usr/share/doc /usr/share/man /usr/share/info /usr/share/lintian /usr/share/locale/[a-df-z]* \\
  /var/cache/apt/archives/*.deb /var/cache/apt/*.bin /var/lib/apt/lists/* /var/log/*.log /var/log/apt
printf 'LANG=C.UTF-8\\n' > /etc/default/locale
printf '127.0.0.1\\tlocalhost\\n127.0.1.1\\tdocker\\n' > /etc/hosts
echo docker > /etc/hostname
ln -sf /proc/mounts /etc/mtab
for skeleton in .bashrc .profile .bash_logout; do cp /etc/skel/$skeleton /root/ 2>/dev/null || :; done
rm -rf /root/.ssh
mkdir -p /root/work /var/lib/docker /var/lib/containerd /etc/containerd /.host /.dev
cat > /sbin/init <<'INIT'
${init}INIT
chmod 755 /sbin/init
cat > /etc/containerd/config.toml <<'CONFIG'
${containerdConfig}CONFIG
${services}`;

/** Lays ready what a sandbox's start would otherwise have to make: /.dev is copied to /dev, and nothing else is ever there. */
const devices = `cd /.dev
mkdir pts shm mqueue net
mknod -m 666 null c 1 3
mknod -m 666 zero c 1 5
mknod -m 666 full c 1 7
mknod -m 666 random c 1 8
mknod -m 666 urandom c 1 9
mknod -m 666 tty c 5 0
mknod -m 666 net/tun c 10 200
mknod -m 666 fuse c 10 229
ln -s /proc/self/fd fd
ln -s /proc/self/fd/0 stdin
ln -s /proc/self/fd/1 stdout
ln -s /proc/self/fd/2 stderr
ln -s pts/ptmx ptmx
cd /
`;

const complete = `update-ca-certificates >/dev/null 2>&1
groupadd -f docker
`;

/** What makes a container's root of the packages: Docker gives it a /dev. */
export const finishInContainer = tidy + complete;

/** Shell source that installs Docker where it is none of Debian's packages. */
export function installDocker({ generation, suite, upstream }: Pick<Recipe, 'generation' | 'suite' | 'upstream'>) {
  return upstream === undefined ? '' : dockersPackages(generation, suite);
}

/** The recipe of a generation. */
export function recipeOf(generation: Generation): Recipe {
  const { packages, ...engine } = engines[generation];
  return {
    generation,
    suite: engine.suite,
    script: engine.script,
    packages: [...packages, ...everyday],
    lines: 820,
    finish: installDocker({ generation, ...engine }) + tidy + devices + complete,
    ...(engine.upstream === undefined ? {} : { upstream: engine.upstream }),
  };
}

/** Changes with everything that the root is made from; `inputs` are the parts that the machine adds (certificates). */
export function recipeHash(recipe: Recipe, inputs: readonly string[]): string {
  return createHash('sha256')
    .update(JSON.stringify([recipe, inputs]))
    .digest('hex')
    .slice(0, 16);
}
