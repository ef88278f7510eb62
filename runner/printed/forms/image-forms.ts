import type { LineForm } from './line-form.ts';

const fetching = [
  'docker image pull',
  'docker container run',
  'docker container create',
  'docker compose',
  'docker service',
];
const removing = [
  'docker image rm',
  ...['image', 'container', 'volume', 'network', 'builder', 'system'].map((kind) => `docker ${kind} prune`),
];

/** What is printed while images are fetched, pushed, loaded, removed: Docker 17 to 29. */
export const imageForms: readonly LineForm[] = [
  {
    name: 'pull',
    of: fetching,
    role: 'progress',
    phrases: ['Unable to find image', 'Using default tag', '<name>: Pulling', 'Pulling repository '],
    examples: `
      Unable to find image 'nginx:latest' locally
      Using default tag: latest
      3.20: Pulling from library/alpine
    `,
  },
  {
    name: 'layer',
    of: fetching,
    role: 'progress',
    phrases: ['<id>: '],
    examples: `
      0c2ab5a1b2c3: Pull complete
      0c2ab5a1b2c3: Downloading [==>   ]  1.2MB/30MB
    `,
  },
  {
    name: 'digest',
    of: fetching,
    role: 'progress',
    phrases: ['Digest: '],
    examples: `
      Digest: sha256:0c2ab5a1b2c30c2ab5a1b2c3
    `,
  },
  {
    name: 'pulled',
    of: fetching,
    role: 'summary',
    phrases: ['Status: {Downloaded|Image is up to date}', 'Status: '],
    examples: `
      Status: Downloaded newer image for nginx:latest
      Status: Image is up to date for nginx:latest
    `,
  },
  {
    name: 'pushed',
    of: ['docker image push', 'docker compose push'],
    role: 'progress',
    phrases: ['The push refers'],
    examples: `
      The push refers to repository [localhost:5000/app]
    `,
  },
  {
    name: 'loaded',
    of: ['docker image load'],
    role: 'summary',
    phrases: ['Loaded image'],
    examples: `
      Loaded image: app:1
    `,
  },
  {
    name: 'removed',
    of: removing,
    role: 'summary',
    phrases: ['Untagged: ', 'Deleted: ', 'Deleted {Containers|Images|Volumes|Networks|build}', 'Total reclaimed'],
    examples: `
      Untagged: app:1
      Deleted Containers:
      Total reclaimed space: 12MB
    `,
  },
];
