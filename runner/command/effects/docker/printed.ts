import type { DockerCommand } from '../../docker/docker-command.ts';
import { hasOption, optionValue, optionValues } from '../../docker/parse-docker.ts';
import type { KnownOutput } from '../effects.ts';

/** Verbs that print a table, and the name of that table. */
const tables: Readonly<Record<string, string>> = Object.fromEntries(
  (
    'image ls, image history, container ls, container stats, container top, container port, volume ls, ' +
    'network ls, service ls, service ps, stack ls, stack services, stack ps, node ls, node ps, secret ls, ' +
    'config ls, system df, search, context ls, plugin ls, checkpoint ls, buildx ls, buildx du, compose ps, ' +
    'compose images, compose ls, compose top, compose port, compose stats, compose volumes, machine ls, ' +
    'container diff'
  )
    .split(', ')
    .map((verb) => [verb, verb.replace(/^container (?=stats$|top$|port$|diff$)/, '')]),
);

/** Tables in which operands leave rows out. */
const narrowing = new Set(
  'image ls, stats, compose ps, compose images, compose top, compose stats, port, stack ps'.split(', '),
);

/** Filters that ask for a state in which any number of things may be, and for nothing certain. */
const ofState = /^(?:status|exited|health|dangling|driver|scope|type|is-\w+)=/;

/** `docker compose config` prints the file as Compose reads it, or only what one of its switches asks for. */
function printsFile(command: DockerCommand): boolean {
  const others = [
    'quiet',
    'services',
    'volumes',
    'images',
    'profiles',
    'networks',
    'models',
    'environment',
    'variables',
  ];
  return (
    !others.some((name) => hasOption(command, name)) &&
    ['output', 'hash'].every((name) => optionValue(command, name) === null)
  );
}

/** The well-known output that a verb prints by its options. Null where none is known from the verb alone. */
export function printedBy(command: DockerCommand): KnownOutput | null {
  const format = optionValue(command, 'format');
  if (/ inspect$|^inspect$/.test(command.verb))
    return format === null || format.includes('json') ? { form: 'json' } : null;
  if (command.verb === 'version' || (command.verb === '' && hasOption(command, 'version'))) {
    return format === null && command.verb === 'version' ? { form: 'log', log: 'version' } : null;
  }
  if (command.verb === 'system info') return format === null ? { form: 'log', log: 'info' } : null;
  if (command.verb === 'compose config')
    return printsFile(command) ? { form: format === 'json' ? 'json' : 'yaml' } : null;
  const table = tables[command.verb];
  if (table === undefined) return null;
  if (format === 'json' || /^\{\{\s*json/.test(format ?? '')) return { form: 'json' };
  const filtered =
    optionValues(command, 'filter').some((filter) => !ofState.test(filter)) ||
    ['latest', 'last', 'status'].some((name) => optionValues(command, name).length > 0 || hasOption(command, name));
  return {
    form: 'table',
    table,
    filtered: filtered || (narrowing.has(table) && command.operands.length > 0),
    format,
    quiet: hasOption(command, 'quiet') || (command.verb === 'compose ps' && hasOption(command, 'services')),
  };
}
