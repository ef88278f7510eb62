import { understand } from '../understand.ts';
import { optionValue } from './parse-docker.ts';

/** The engine of the reader's own machine: a socket, a pipe, this machine by its name. */
const own = /^(?:unix:|npipe:|fd:|(?:\w+:\/\/)?(?:localhost|127\.0\.0\.1|\[::1\])(?:[:/]|$))/;

/** Names of contexts that lead to an engine on the reader's own machine (docs: "Docker contexts"; Docker Desktop, rootless). */
const ownContexts = new Set(['', 'default', 'desktop-linux', 'desktop-windows', 'rootless', 'colima', 'orbstack']);

/** Contexts that a command makes for an engine elsewhere: `docker context create far --docker host=ssh://…`. */
export function remoteContextsMade(text: string): readonly string[] {
  return understand(text).calls.flatMap(({ docker }) => {
    if (docker?.verb !== 'context create') return [];
    const host = /(?:^|,)host=([^,]*)/.exec(optionValue(docker, 'docker') ?? '')?.[1] ?? '';
    return isElsewhere(host) ? docker.operands.slice(0, 1) : [];
  });
}

/**
 * Whether a command asks an engine that is not the reader's own, or leads those after it there: by `DOCKER_HOST`, `-H`,
 * `--context` or `docker context use`.
 *
 * @param remote contexts that are known to lead elsewhere
 */
export function leadsElsewhere(text: string, remote: ReadonlySet<string>): boolean {
  return understand(text).calls.some(({ program, args, command, environment, docker }) => {
    const exported = program === 'export' ? args : [];
    const given = [
      environment.DOCKER_HOST,
      ...command.assignments.filter(({ name }) => name === 'DOCKER_HOST').map(({ value }) => value),
      ...exported.flatMap((arg) => /^DOCKER_HOST=(.*)$/s.exec(arg)?.[1] ?? []),
    ];
    if (given.some((host) => host !== undefined && isElsewhere(host))) return true;
    if (docker === null) return false;
    const context = docker.verb === 'context use' ? docker.operands[0] : optionValue(docker, 'context');
    const host = docker.verb.startsWith('container ') ? null : optionValue(docker, 'host');
    return isElsewhere(host ?? '') || (context != null && !ownContexts.has(context) && remote.has(context));
  });
}

function isElsewhere(host: string): boolean {
  const plain = host.replace(/^["']|["']$/g, '');
  return plain !== '' && !own.test(plain) && !/[$`]/.test(plain);
}
