import type { FaultForm } from './read-faults.ts';

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
  },
  { kind: 'rate-limit', of: 'docker', phrases: ['…toomanyrequests: ', '…pull rate limit'] },
  {
    kind: 'denied',
    of: 'docker',
    phrases: ['…permission denied while trying to connect to the {Docker daemon socket|docker API}'],
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
  },
  {
    kind: 'missing',
    of: 'docker',
    phrases: ['…exec: <program>: {executable file not found|no such file or directory}'],
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
  },
  {
    kind: 'platform',
    of: 'docker',
    phrases: ['…does not match the specified platform', '…no matching manifest for <word> in the manifest list'],
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
  },
  {
    kind: 'missing',
    of: 'docker',
    phrases: ['…This node is not {a swarm manager|part of a swarm}'],
    thing: { kind: 'swarm', name: '' },
  },
];
