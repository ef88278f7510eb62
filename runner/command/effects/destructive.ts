import { because, type Told } from '../../core/message.ts';
import type { DockerCommand } from '../docker/parse-docker.ts';
import { hasOption, optionValues } from '../docker/parse-docker.ts';
import type { Call } from '../understand.ts';

const kinds = ['container', 'image', 'volume', 'network', 'service', 'stack', 'secret', 'config', 'node'];
const listing = new Set(kinds.map((kind) => `${kind} ls`));
/** Verbs that stop or remove what they are given. */
const ending = new Set([
  ...kinds.map((kind) => `${kind} rm`),
  ...['stop', 'kill', 'restart', 'pause'].map((verb) => `container ${verb}`),
]);

/**
 * Why a call may end, change or remove what the chapter did not make: it is given a list of everything, all files of the
 * machine, or an engine of its own choice, or makes what cannot be taken back. Null where it is not.
 */
export function destructiveCall(call: Call, calls: readonly Call[]): Told | null {
  return (
    pastTutor(call) ??
    unrecorded(call) ??
    endsEngine(call, calls) ??
    (isDefined(call) ? null : endsEverything(call, calls))
  );
}

/** In a function: it is not run yet, and when it is, the engine is guarded. */
export function isDefined({ command }: Call): boolean {
  return command.within.includes('function');
}

const choosing = /^DOCKER_(?:HOST|CONTEXT)(?:=|$)/;

/** What is made on an engine that a command chooses itself stands in no ledger. */
function pastTutor({ program, args, docker, environment }: Call): Told | null {
  const chosen =
    docker !== null && (hasOption(docker, 'host') || hasOption(docker, 'context') || 'DOCKER_HOST' in environment);
  const exported = ['export', 'unset', 'declare'].includes(program) && args.some((arg) => choosing.test(arg));
  if (chosen || exported) return because('destroys-elsewhere');
  if (
    program === 'curl' &&
    args.some((arg) => arg.startsWith('--unix-socket')) &&
    args.join(' ').includes('docker.sock')
  )
    return because('destroys-by-socket');
  const mounts = docker === null ? [] : [...optionValues(docker, 'volume'), ...optionValues(docker, 'mount')];
  const wholeMachine = mounts.some((mount) => /^\/:|(?:^|,)(?:source|src)=\/(?:,|$)/.test(mount));
  return wholeMachine ? because('destroys-whole-machine') : null;
}

/** Verbs that make what stands in no ledger: a swarm and what is in it, plugins of the engine. */
const unrecordedVerbs = new Set(
  (
    'swarm init, swarm join, service create, stack deploy, secret create, config create, plugin install, ' +
    'plugin create'
  ).split(', '),
);

function unrecorded({ docker }: Call): Told | null {
  if (docker === null || !unrecordedVerbs.has(docker.verb)) return null;
  return because('destroys-unrecorded', { what: `docker ${docker.verb}` });
}

/** `kill $(pidof dockerd)` */
function endsEngine(call: Call, calls: readonly Call[]): Told | null {
  if (call.program !== 'kill') return null;
  if (/(?:^| )-1$/.test(call.args.join(' '))) return because('destroys-processes', { what: 'kill' });
  const searched = calls.filter((other) => other !== call && feeds(other, call)).flatMap(({ args }) => args);
  return searched.some((arg) => ['dockerd', 'containerd', 'docker'].includes(arg))
    ? because('destroys-engine', { what: 'kill' })
    : null;
}

function endsEverything(call: Call, calls: readonly Call[]): Told | null {
  if (call.docker === null || !ending.has(call.docker.verb)) return null;
  const lists = calls.filter((other) => other !== call && feeds(other, call));
  const all = lists.find(({ docker }) => docker !== null && listing.has(docker.verb) && !narrowed(docker));
  return all?.docker
    ? because('destroys-all-listed', { what: `docker ${call.docker.verb}`, list: `docker ${all.docker.verb}` })
    : null;
}

/** In `$(…)` of the call, or before it in a pipe to xargs, or around it in a loop. */
function feeds(other: Call, call: Call): boolean {
  const inside = other.command.start > call.command.start && other.command.end <= call.command.end;
  const piped = other.command.pipeline === call.command.pipeline && other.command.stage < call.command.stage;
  const looped = call.command.within.includes('loop') && other.substituted;
  return inside || piped || looped;
}

/** It lists what a chapter can have made alone: the last one, by name, by image, by label, by repository. */
function narrowed(command: DockerCommand): boolean {
  const filters = optionValues(command, 'filter').some((filter) =>
    /^(?:name|ancestor|label|reference|id|network|volume|publish)=/.test(filter),
  );
  return (
    filters || hasOption(command, 'latest') || optionValues(command, 'last').length > 0 || command.operands.length > 0
  );
}
