import type { DockerCommand } from '../../docker/docker-command.ts';
import { canonicalImage } from '../../docker/image-name.ts';
import { hasOption, optionValue, optionValues } from '../../docker/parse-docker.ts';
import { echoedNames, endless, type Parts, things } from '../effect-parts.ts';
import type { ThingKind } from '../effects.ts';
import { mountsOf, publishesOf } from './run-options.ts';
import type { VerbEffects } from './verb-effects.ts';

/** What the verbs about a swarm do. */
export const swarmEffects: VerbEffects = {
  'swarm init': () => ({ output: { form: 'log', log: 'swarm-init' }, makes: things('swarm', [null]) }),
  'swarm join': (command) => ({
    makes: [...things('swarm', [null]), ...things('node', [null])],
    secrets: optionValues(command, 'token'),
  }),
  'swarm leave': (command) => ({
    needs: things('swarm', [null]),
    destroys: things('swarm', [null]),
    destructive: hasOption(command, 'force') ? 'leaves the swarm and drops all its services' : null,
  }),
  ...Object.fromEntries(
    ['service ls', 'stack ls', 'node ls', 'secret ls', 'config ls', 'swarm join-token', 'swarm update'].map((verb) => [
      verb,
      () => ({ needs: things('swarm', [null]) }),
    ]),
  ),
  'service create': serviceCreate,
  'service update': (command) => ({ ...needs('service', command), readsFiles: [] }),
  'service scale': (command) => ({
    needs: things(
      'service',
      command.operands.map((operand) => operand.replace(/=.*$/, '')),
    ),
  }),
  'service rollback': (command) => needs('service', command),
  'service ps': (command) => needs('service', command),
  'service inspect': (command) => needs('service', command),
  'service logs': (command) => ({
    ...needs('service', command),
    ...(hasOption(command, 'follow') ? endless('logs -f follows until Ctrl-C') : { readsLog: true }),
  }),
  'service rm': (command) => removed('service', command),
  'node rm': (command) => removed('node', command),
  'stack deploy': (command) => ({
    needs: things('swarm', [null]),
    makes: things('stack', command.operands),
    composeFiles: optionValues(command, 'compose-file'),
    readsFiles: optionValues(command, 'compose-file').filter((file) => file !== '-'),
  }),
  'stack services': (command) => needs('stack', command),
  'stack ps': (command) => needs('stack', command),
  'stack rm': (command) => ({ ...needs('stack', command), destroys: things('stack', command.operands) }),
  'secret create': (command) => created('secret', command),
  'secret rm': (command) => removed('secret', command),
  'config create': (command) => created('config', command),
  'config rm': (command) => removed('config', command),
};

function needs(kind: ThingKind, command: DockerCommand): Parts {
  return { needs: things(kind, command.operands) };
}

function removed(kind: ThingKind, command: DockerCommand): Parts {
  const gone = things(kind, command.operands);
  return { needs: gone, destroys: gone, ...echoedNames(command.operands) };
}

function created(kind: ThingKind, command: DockerCommand): Parts {
  const file = command.operands[1];
  return {
    makes: things(kind, command.operands.slice(0, 1)),
    output: { form: 'id' },
    readsFiles: file === undefined || file === '-' ? [] : [file],
  };
}

function serviceCreate(command: DockerCommand): Parts {
  const name = optionValue(command, 'name');
  const mounts = mountsOf(command);
  return {
    needs: [
      ...things('swarm', [null]),
      ...things('image', command.image === null ? [] : [canonicalImage(command.image.text)]),
      ...things('network', optionValues(command, 'network')),
      ...things(
        'secret',
        optionValues(command, 'secret').map((value) => /source=([^,]+)/.exec(value)?.[1] ?? value),
      ),
    ],
    pulls: command.image === null ? [] : [command.image],
    makes: things('service', [name]),
    starts: things('service', [name]),
    mounts,
    publishes: publishesOf(command),
  };
}
