import type { LineForm } from './read-form.ts';

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
  },
  { name: 'layer', of: fetching, role: 'progress', phrases: ['<id>: '] },
  { name: 'digest', of: fetching, role: 'progress', phrases: ['Digest: '] },
  { name: 'pulled', of: fetching, role: 'summary', phrases: ['Status: {Downloaded|Image is up to date}', 'Status: '] },
  { name: 'pushed', of: ['docker image push', 'docker compose push'], role: 'progress', phrases: ['The push refers'] },
  { name: 'loaded', of: ['docker image load'], role: 'summary', phrases: ['Loaded image'] },
  {
    name: 'removed',
    of: removing,
    role: 'summary',
    phrases: ['Untagged: ', 'Deleted: ', 'Deleted {Containers|Images|Volumes|Networks|build}', 'Total reclaimed'],
  },
];
