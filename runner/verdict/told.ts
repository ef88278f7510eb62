import type { Told } from '../core/message.ts';
import type { MessageCode } from '../core/messages/index.ts';
import type { Site } from '../core/outcome.ts';
import type { Subject, SubjectKind, Trouble } from '../world/index.ts';

const kinds: Readonly<Partial<Record<SubjectKind, MessageCode>>> = {
  container: 'kind-container',
  image: 'kind-image',
  volume: 'kind-volume',
  network: 'kind-network',
  service: 'kind-service',
  stack: 'kind-stack',
  swarm: 'kind-swarm',
  project: 'kind-project',
  path: 'kind-path',
  port: 'kind-port',
  place: 'kind-place',
  content: 'kind-content',
  opened: 'kind-opened',
  server: 'kind-server',
  variable: 'kind-variable',
  package: 'kind-package',
  repository: 'kind-repository',
  plugin: 'kind-plugin',
  device: 'kind-device',
  value: 'kind-value',
};

/** A thing as a reader would say it. */
export function thingTold({ kind, name }: Pick<Subject, 'kind' | 'name'>): Told {
  const as: Told = { code: kinds[kind] ?? 'kind-other', args: {} };
  // Docker has chosen its name, or would have.
  return name === '' ? as : { code: 'thing-named', args: { kind: as, name } };
}

/** A line, with its chapter where that is another one. */
export function siteTold({ chapter, line }: Site, path: string): Told {
  return chapter === path ? { code: 'at-line', args: { line } } : { code: 'at-chapter-line', args: { chapter, line } };
}

/** What a step follows from. */
export function troubleTold({ how, thing, root }: Trouble, path: string): Told {
  return { code: `follows-${how}`, args: { what: thingTold(thing), where: siteTold(root, path) } };
}
