import type { DockerCommand } from '../../docker/docker-command.ts';
import { hasOption, optionValue, optionValues } from '../../docker/parse-docker.ts';
import { endless, type Parts, things } from '../effect-parts.ts';
import type { LogKind, Thing } from '../effects.ts';
import { inContainer } from './in-container.ts';
import { publishesOf } from './run-options.ts';
import type { VerbEffects } from './verb-effects.ts';

/** What compose does. Verbs that are not listed only read the compose file. */
export const composeEffects: VerbEffects = {
  'compose up': upEffects,
  'compose create': (command) => ({ ...files(command), ...log('compose-up'), makes: [project(command)] }),
  'compose start': (command) => ({
    ...files(command),
    starts: things('service', command.operands),
    needs: [project(command)],
  }),
  'compose restart': (command) => ({
    ...files(command),
    starts: things('service', command.operands),
    needs: [project(command)],
  }),
  'compose stop': (command) => ({
    ...files(command),
    ...log('compose-down'),
    stops: things('service', command.operands),
  }),
  'compose kill': (command) => ({
    ...files(command),
    ...log('compose-down'),
    stops: things('service', command.operands),
  }),
  'compose down': (command) => ({ ...files(command), ...log('compose-down'), destroys: [project(command)] }),
  'compose rm': (command) => ({
    ...files(command),
    destroys: things('service', command.operands),
    asks: hasOption(command, 'force') ? null : 'Are you sure? [yN]',
  }),
  'compose build': (command) => ({ ...files(command), ...log('compose-build') }),
  'compose pull': (command) => ({ ...files(command), ...log('compose-pull') }),
  'compose logs': (command) => ({
    ...files(command),
    ...(hasOption(command, 'follow') ? endless('logs -f follows until Ctrl-C') : { readsLog: true }),
  }),
  'compose stats': (command) => ({
    ...files(command),
    ...(hasOption(command, 'no-stream') ? {} : endless('stats refreshes until Ctrl-C')),
  }),
  'compose events': (command) => ({ ...files(command), ...endless('events are shown until Ctrl-C') }),
  'compose watch': (command) => ({ ...files(command), ...endless('watch goes on until Ctrl-C') }),
  'compose attach': (command) => ({
    ...files(command),
    ends: { how: 'unknown', reason: 'attach shows the service until it ends' },
  }),
  'compose exec': (command) => inService(command, []),
  'compose run': (command) => inService(command, [{ kind: 'container', name: optionValue(command, 'name') }]),
  'compose cp': (command) => ({ ...files(command), ...copied(command) }),
  'compose ls': () => ({}),
  'compose version': () => ({}),
};

/** A verb of compose reads its file. */
export function files(command: DockerCommand): Parts {
  const named = optionValues(command, 'file').filter((file) => file !== '-');
  return { composeFiles: named, readsFiles: [...named, ...optionValues(command, 'env-file')] };
}

function project(command: DockerCommand): Thing {
  return { kind: 'project', name: optionValue(command, 'project-name') };
}

function log(kind: LogKind): Parts {
  return { output: { form: 'log', log: kind } };
}

function upEffects(command: DockerCommand): Parts {
  const parts: Parts = {
    ...files(command),
    ...log('compose-up'),
    makes: [project(command)],
    starts: things('service', command.operands),
  };
  if (['detach', 'wait', 'no-start'].some((name) => hasOption(command, name))) return parts;
  if (
    ['abort-on-container-exit', 'exit-code-from', 'abort-on-container-failure'].some((name) => hasOption(command, name))
  ) {
    return { ...parts, ends: { how: 'unknown', reason: 'up ends when a container does' } };
  }
  return { ...parts, ...endless('up without -d shows the logs until Ctrl-C') };
}

/** `compose exec` and `run` give a terminal unless told otherwise. */
function inService(command: DockerCommand, makes: readonly Thing[]): Parts {
  const tty = !hasOption(command, 'no-TTY') && !hasOption(command, 'no-tty');
  const inside = inContainer(command.argv, { tty, stdin: true }, false);
  const service = command.operands[0] ?? null;
  const detached = hasOption(command, 'detach');
  const unknown = { how: 'unknown', reason: 'what the service runs is in the compose file' } as const;
  return {
    ...files(command),
    makes,
    needs: things('service', [service]),
    publishes: publishesOf(command),
    opens: detached || inside.opens === null ? null : { ...inside.opens, container: service },
    ends: detached ? { how: 'ends', reason: '' } : command.argv.length === 0 ? unknown : inside.ends,
    asks: detached ? null : inside.asks,
    contacts: detached ? [] : inside.contacts,
  };
}

function copied(command: DockerCommand): Parts {
  const [from = '', to = ''] = command.operands;
  return from.includes(':') ? { writesFiles: [to] } : { readsFiles: [from] };
}
