import { effectsOf } from '../command/index.ts';
import { type Fault, type FaultThing, faultsIn } from '../printed/index.ts';
import { fittingFile, pathSubject, type Subject, type SubjectKind, subject } from '../world/index.ts';
import type { Evidence } from './evidence.ts';

/** A fault that the output tells, and the thing of the chapter that it is about. */
export interface ToldFault {
  readonly fault: Fault;
  /** Null where it names nothing that a chapter could make. */
  readonly thing: Subject | null;
}

const kinds: Readonly<Partial<Record<FaultThing, SubjectKind>>> = {
  container: 'container',
  image: 'image',
  network: 'network',
  volume: 'volume',
  object: 'object',
  service: 'service',
  stack: 'stack',
  secret: 'secret',
  config: 'config',
  node: 'node',
  context: 'context',
  file: 'path',
  package: 'package',
  port: 'port',
};

/** What the output of a step that is not as promised says went wrong. */
export function toldFaults(evidence: Evidence): readonly ToldFault[] {
  return faultsIn(evidence.output.text).map((fault) => ({ fault, thing: thingOf(fault, evidence) }));
}

function thingOf({ thing, kind }: Fault, { world, chapterName, step, facts }: Evidence): Subject | null {
  if (thing === null) return null;
  const name = chapterName(thing.name);
  if (thing.kind === 'server' || thing.kind === 'host') return ofAddress(name, world);
  const as = kinds[thing.kind];
  if (as === undefined) return null;
  // What lies in a container is no thing of the chapter's own machine, unless it is given to it.
  if (as === 'path')
    return step.into === 'shell'
      ? pathNamed(name, facts.needs, runsInside(step.text) || effectsOf(step.text).builds.length > 0)
      : null;
  const found = world.aliases.find(as, name);
  return found ?? (kind === 'taken' && as === 'port' ? subject('port', name) : subject(as, name));
}

function runsInside(text: string): boolean {
  return /\bdocker\b.*\b(?:exec|run)\b/.test(text);
}

/** An error names a file as it was given or by its whole path: one of those that the step needs. */
function pathNamed(name: string, needs: readonly Subject[], onlyNeeded: boolean): Subject | null {
  // What a build misses in its own stages is the chapter's.
  const own = onlyNeeded ? null : pathSubject(name, '.');
  const paths = needs.filter(({ kind }) => kind === 'path');
  return (
    paths.find(
      (one) =>
        one.key === `path ${name.replace(/^\//, '')}` ||
        one.name === name ||
        name.endsWith(`/${one.name.replace(/^\.\//, '')}`),
    ) ??
    paths.find((one) => one.key.endsWith(name)) ??
    paths.map((one) => fittingFile(one, name)).find((one) => one !== null) ??
    own
  );
}

function ofAddress(address: string, world: Evidence['world']): Subject | null {
  const [, host = '', port] = /^\[?(.*?)\]?(?::(\d+))?$/.exec(address) ?? [];
  if (/^(?:localhost|127\.0\.0\.1|0\.0\.0\.0|::1|)$/.test(host))
    return port === undefined ? null : subject('port', port);
  return world.aliases.find('container', host) ?? world.aliases.find('service', host);
}
