import type { FaultForm } from './fault.ts';

/** How the Docker client and dockerd 17 to 29 tell that they cannot be had, or that a thing is not there. */
export const engineFaults: readonly FaultForm[] = [
  {
    kind: 'no-engine',
    of: 'docker',
    phrases: [
      '…Cannot connect to the Docker daemon',
      '…error during connect: ',
      '…failed to connect to the docker API at ',
      "…Couldn't connect to Docker daemon",
    ],
    examples: `
      Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running? → nothing
      error during connect: Get "http://tcp:2375/v1.24/info": dial tcp: lookup tcp on 1.1.1.1:53: no such host → nothing
    `,
  },
  {
    kind: 'rate-limit',
    of: 'docker',
    phrases: ['…toomanyrequests: ', '…pull rate limit'],
    examples: `
      Error response from daemon: toomanyrequests: You have reached your pull rate limit. → nothing
    `,
  },
  {
    kind: 'denied',
    of: 'docker',
    phrases: ['…permission denied while trying to connect to the {Docker daemon socket|docker API}'],
    examples: `
      permission denied while trying to connect to the Docker daemon socket at unix:///var/run/docker.sock: dial unix: connect: permission denied → nothing
    `,
  },
  {
    kind: 'missing',
    of: 'docker',
    phrases: [
      '…No such container:path: <container>:<word>',
      '…No such container: <container>',
      '…No such image: <image>',
      // `docker save` of several images does not say which.
      '…reference does not exist',
      '…No such network: <network>',
      '…No such volume: <volume>',
      '…No such object: <object>',
      '…No such service: <service>',
      '…No such plugin: <plugin>',
      '…No such node: <object>',
      '…No such {secret|config}: <object>',
      '…{get|remove|find|inspect} <volume>: no such volume',
      '…network <network> not found',
      '…volume <volume> not found',
      '…service <service> not found',
      '…{secret|config|node|stack} <object> not found',
      '…network <network> declared as external, but could not be found',
      '…volume <volume> declared as external, but not found',
      '…Nothing found in stack: <stack>',
      '…plugin: <plugin> not found',
      '…plugin <plugin> not found',
      '…context <context>: context not found',
      '…bind source path does not exist: <file>',
      // A folder that Docker made because there was no such file.
      '…mounting <file> to rootfs at …not a directory',
      '…Could not find the file <file> in container <container>',
    ],
    examples: `
      Error response from daemon: reference does not exist → nothing
      Error: No such container: web → container web
      Error response from daemon: No such container: web → container web
      Error: No such object: web → object web
      Error: No such container:path: web:/etc/nothing → container web
      Error response from daemon: No such image: nothing-there:latest → image nothing-there:latest
      Error response from daemon: get shared: no such volume → volume shared
      Error response from daemon: network backend not found → network backend
      Error: No such network: backend → network backend
      no such service: front → service front
      network front declared as external, but could not be found → network front
      Nothing found in stack: shop → stack shop
      docker: Error response from daemon: invalid mount config for type "bind": bind source path does not exist: /srv/new → file /srv/new
      Error response from daemon: Could not find the file /srv/x in container web → file /srv/x
      Error response from daemon: plugin "acme/tar:v2" not found → plugin acme/tar:v2
      docker: Error response from daemon: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: error mounting "/srv/till.conf" to rootfs at "/etc/till.conf": mount src=/srv/till.conf, dst=/etc/till.conf: not a directory: unknown: Are you trying to mount a directory onto a file (or vice-versa)? → file /srv/till.conf
    `,
  },
  {
    kind: 'missing',
    of: 'docker',
    phrases: ['…exec: <program>: {executable file not found|no such file or directory}'],
    examples: `
      OCI runtime exec failed: exec failed: unable to start container process: exec: "bash": executable file not found in $PATH: unknown → program bash
      docker: Error response from daemon: OCI runtime create failed: exec: "/start.sh": stat /start.sh: no such file or directory → file /start.sh
    `,
  },
  {
    kind: 'no-image',
    of: 'docker',
    phrases: [
      '…pull access denied for <image>',
      '…<image>: {failed to resolve source metadata for …: |}{pull access denied|insufficient_scope}',
      '…manifest for <image> not found',
      '…error resolving plugin reference: <image>: not found',
      '…failed to resolve {source metadata for|reference} <image>: …not found',
      '…No such image: <image>',
      '…repository <image> not found',
      '…manifest unknown',
      '…{An image does not exist locally with the tag|tag does not exist}: <image>',
      '…requested access to the resource is denied',
    ],
    examples: `
      docker: Error response from daemon: pull access denied for gallery, repository does not exist or may require 'docker login' → image gallery
      Error response from daemon: manifest for nginx:9 not found: manifest unknown: manifest unknown → image nginx:9
      ERROR: failed to solve: shop/api: failed to resolve source metadata for docker.io/shop/api:latest: docker.io/shop/api:latest: not found → image docker.io/shop/api:latest
      ERROR: manifest unknown → nothing
      Error response from daemon: error resolving plugin reference: docker.io/acme/tar:v2: not found → image docker.io/acme/tar:v2
      An image does not exist locally with the tag: me/app → image me/app
      tag does not exist: localhost:5000/me/app:2 → image localhost:5000/me/app:2
      denied: requested access to the resource is denied → nothing
    `,
  },
  {
    kind: 'platform',
    of: 'docker',
    phrases: ['…does not match the specified platform', '…no matching manifest for <word> in the manifest list'],
    examples: `
      Error response from daemon: image with reference tea:v1 was found but its platform (linux/amd64) does not match the specified platform (linux/arm64) → nothing
      no matching manifest for linux/amd64 in the manifest list entries → nothing
    `,
  },
  {
    kind: 'too-small',
    of: 'docker',
    phrases: [
      '…range of CPUs is from …, as there are only <n> CPUs available',
      '…Requested {CPUs|memory nodes} are not available',
      '…could not select device driver …with capabilities: ',
      '…{unknown or invalid|Unknown} runtime {name: |specified }nvidia',
      '…--storage-opt is supported only for ',
    ],
    examples: `
      docker: Error response from daemon: range of CPUs is from 0.01 to 2.00, as there are only 2 CPUs available → nothing
      docker: Error response from daemon: Requested CPUs are not available - requested 0-3, available: 0-1. → nothing
      docker: Error response from daemon: could not select device driver "" with capabilities: [[gpu]]. → nothing
      docker: Error response from daemon: unknown or invalid runtime name: nvidia → nothing
      docker: Error response from daemon: --storage-opt is supported only for overlay over xfs with 'pquota' mount option. → nothing
    `,
  },
  {
    kind: 'stopped',
    of: 'docker',
    phrases: [
      '…container <container> is not running',
      '…service <service> is not running',
      '…Container <container> is {paused|restarting}',
      '…No container found for <service>',
      '…dependency failed to start: container <container> ',
    ],
    examples: `
      Error response from daemon: Container web is not running → container web
      Error response from daemon: container 0c2ab5 is not running → container 0c2ab5
      service "db" is not running → service db
      service "db" is not running container #1 → service db
      Error response from daemon: Container web is restarting, wait until the container is running → container web
      dependency failed to start: container shop-db-1 is unhealthy → container shop-db-1
    `,
  },
  {
    kind: 'missing',
    of: 'docker',
    phrases: ['…This node is not {a swarm manager|part of a swarm}'],
    thing: { kind: 'swarm', name: '' },
    examples: `
      Error response from daemon: This node is not a swarm manager. Use "docker swarm init" → swarm
      Error response from daemon: This node is not part of a swarm → swarm
    `,
  },
];
