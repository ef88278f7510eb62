import type { Generation } from '../../core/engine.ts';
import { fetchPage } from '../reach.ts';

/** A Docker that Debian does not carry: it comes from Docker's own packages, else from its Go modules. */
export interface Upstream {
  /** As `docker version` says it. */
  readonly version: string;
  /** Versions of the Go modules: of the engine, `github.com/moby/moby/v2`, and of the client, `github.com/docker/cli`. */
  readonly engine: string;
  readonly client: string;
  /** The oldest Go that builds them. */
  readonly go: string;
  /** The generation in whose root a built one stands: containerd, runc, buildx and compose are that one's. */
  readonly base: Generation;
}

const repository = 'https://download.docker.com/linux/debian';

/** Shell source that installs Docker's own packages into a root of Debian's `suite`, as Docker's manual has it. */
export function dockersPackages(generation: Generation, suite: string): string {
  const ofGeneration = ['docker-ce', 'docker-ce-cli'].map((name) => `'${name}=5:${generation}.*'`).join(' ');
  return `printf '#!/bin/sh\\nexit 101\\n' > /usr/sbin/policy-rc.d
chmod 755 /usr/sbin/policy-rc.d
update-ca-certificates >/dev/null 2>&1
mkdir -p /etc/apt/keyrings
curl -fsSL ${repository}/gpg -o /etc/apt/keyrings/docker.asc
echo 'deb [signed-by=/etc/apt/keyrings/docker.asc] ${repository} ${suite} stable' > /etc/apt/sources.list.d/docker.list
export DEBIAN_FRONTEND=noninteractive
apt-get update -q
apt-get install -y -q --no-install-recommends ${ofGeneration} containerd.io docker-buildx-plugin docker-compose-plugin
[ -e /usr/sbin/runc ] || ln -s ../bin/runc /usr/sbin/runc
rm /usr/sbin/policy-rc.d
`;
}

let answer: Promise<boolean> | undefined;

/** Whether Docker's package repository can be reached from here. Asked once in a process. */
export function dockersPackagesAnswer(): Promise<boolean> {
  answer ??= fetchPage(`${repository}/gpg`, 1500).then((page) => page?.includes('BEGIN PGP PUBLIC KEY BLOCK') ?? false);
  return answer;
}
