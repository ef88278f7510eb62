import { posix } from 'node:path';
import { effectsOf, isOf, printersOf } from '../command/index.ts';
import { type Fault, type FaultThing, faultsIn } from '../printed/index.ts';
import {
  fittingFile,
  folderOf,
  folderOnWay,
  isComposeFile,
  type Subject,
  type SubjectKind,
  subject,
} from '../world/index.ts';
import type { Evidence } from './evidence.ts';
import { keptQuiet } from './silence.ts';

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
  swarm: 'swarm',
  secret: 'secret',
  config: 'config',
  node: 'node',
  context: 'context',
  plugin: 'plugin',
  device: 'device',
  repository: 'repository',
  file: 'path',
  port: 'port',
};

/** What the output of a step that is not as promised says went wrong. */
export function toldFaults(evidence: Evidence): readonly ToldFault[] {
  const { output, step } = evidence;
  return faultsIn([output.text, keptQuiet(step, output) ?? ''].join('\n')).map((fault) => ({
    fault,
    thing: thingOf(fault, evidence),
  }));
}

/** Containers that hold what the chapter shows to be taken or used, where the step meets no such thing. */
export function holdersMissed({ step, output, match, world }: Evidence): readonly Subject[] {
  if (match?.verdict !== 'mismatch' || faultsIn(output.text).length > 0) return [];
  return faultsIn(step.expected?.text ?? '').flatMap(({ kind, holder }) =>
    holder === null || (kind !== 'taken' && kind !== 'in-use')
      ? []
      : (world.aliases.find('container', holder) ?? subject('container', holder)),
  );
}

function thingOf({ thing, kind }: Fault, { world, chapterName, step, facts }: Evidence): Subject | null {
  if (thing === null) return null;
  const name = chapterName(thing.name);
  if (thing.kind === 'server' || thing.kind === 'host') return ofAddress(name, world, facts);
  const as = kinds[thing.kind];
  if (as === undefined) return null;
  // What lies in a container is no thing of the chapter's own machine, unless it is given to it.
  if (as === 'path') return step.into === 'shell' ? pathNamed(name, { facts, world }, step.text) : null;
  const found = world.aliases.find(as, name);
  return found ?? (kind === 'taken' && as === 'port' ? subject('port', name) : subject(as, name));
}

/** Whether the files that an error names may be those of a container or of a build. */
function runsInside(text: string): boolean {
  return effectsOf(text).builds.length > 0 || printersOf(text).some(({ where }) => where === 'inside') || starts(text);
}

function starts(text: string): boolean {
  return isOf(printersOf(text), 'docker container run', 'docker container exec', 'docker container start');
}

/** An error names a file as it was given, by its whole path or by a folder on its way: one that the step needs. */
function pathNamed(
  name: string,
  { facts: { needs, makes }, world }: Pick<Evidence, 'facts' | 'world'>,
  command: string,
): Subject | null {
  const paths = needs.filter(({ kind }) => kind === 'path');
  const found =
    paths.find((one) => isNamed(one, name)) ??
    paths.find((one) => one.key.endsWith(name)) ??
    paths.map((one) => fittingFile(one, name)).find((one) => one !== null) ??
    paths.map((one) => folderOnWay(one, name)).find((one) => one !== null);
  if (found !== undefined) return found;
  // A file that cannot be written lacks its folder.
  const written = makes.find((one) => one.kind === 'path' && isNamed(one, name));
  if (written !== undefined) return folderOf(written);
  // What a build misses in its own stages is the chapter's; what dockerd keeps is nobody's.
  if (isComposeFile(name)) return world.pathNamed(name);
  if (runsInside(command) || name.startsWith('/var/lib/docker/')) return null;
  // A pattern that nothing fits, as the shell hands it on: it is the folder that lacks them.
  return world.pathNamed(/[*?]/.test(name) ? posix.dirname(name) : name);
}

function isNamed({ key, name: given }: Subject, name: string): boolean {
  const whole = key.slice('path '.length).replace(/^~?\//, '');
  return given === name || whole === name.replace(/^~?\//, '') || name.endsWith(`/${whole}`);
}

function ofAddress(address: string, world: Evidence['world'], facts: Evidence['facts']): Subject | null {
  const [, host = '', port] = /^\[?(.*?)\]?(?::(\d+))?$/.exec(address) ?? [];
  if (/^(?:localhost|127\.0\.0\.1|0\.0\.0\.0|::1|)$/.test(host))
    return port === undefined ? null : subject('port', port);
  const own = world.aliases.find('container', host) ?? world.aliases.find('service', host);
  const isThere = own !== null && world.before(facts, own).madeBy !== null;
  const named = (isThere ? own : null) ?? world.aliases.furtherName(host) ?? own;
  return named ?? facts.needs.find(({ kind, name }) => kind === 'value' && name === host) ?? null;
}
