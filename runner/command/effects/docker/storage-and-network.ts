import type { DockerCommand } from '../../docker/docker-command.ts';
import { isPluginDriver, isWindowsDriver } from '../../docker/drivers.ts';
import { optionValue } from '../../docker/parse-docker.ts';
import { echoedNames, type Parts, things } from '../effect-parts.ts';
import type { Thing, ThingKind } from '../effects.ts';
import { plugins } from './system.ts';
import type { VerbEffects } from './verb-effects.ts';

/** What the verbs about volumes and networks do. */
export const storageAndNetworkEffects: VerbEffects = {
  'volume create': (command) => ({
    ...made('volume', command.operands[0] ?? optionValue(command, 'name')),
    needs: driverOf(command),
  }),
  'volume rm': (command) => removed('volume', command),
  'volume inspect': (command) => ({ needs: things('volume', command.operands) }),
  'network create': (command) => ({
    needs: driverOf(command),
    makes: things('network', [command.operands[0] ?? null]),
    output: { form: 'id' },
    operatingSystem: isWindowsDriver(optionValue(command, 'driver') ?? '') ? 'windows' : 'any',
  }),
  'network rm': (command) => removed('network', command),
  'network inspect': (command) => ({ needs: userNetworks(command.operands) }),
  'network connect': joined,
  'network disconnect': joined,
};

/** The plugin that a driver comes with. */
function driverOf(command: DockerCommand): readonly Thing[] {
  const driver = optionValue(command, 'driver');
  return driver !== null && isPluginDriver(driver) ? plugins([driver]) : [];
}

function made(kind: ThingKind, name: string | null): Parts {
  return { makes: things(kind, [name]), output: name === null ? { form: 'id' } : { form: 'names', names: [name] } };
}

function removed(kind: ThingKind, command: DockerCommand): Parts {
  const gone = things(kind, command.operands);
  return { needs: gone, destroys: gone, ...echoedNames(command.operands) };
}

function joined(command: DockerCommand): Parts {
  const [network, container] = command.operands;
  return {
    needs: [
      ...userNetworks(network === undefined ? [] : [network]),
      ...things('container', container === undefined ? [] : [container]),
    ],
    silent: true,
  };
}

/** Every engine has `bridge`, `host` and `none`. */
function userNetworks(names: readonly string[]): readonly Thing[] {
  return things(
    'network',
    names.filter((name) => !['bridge', 'host', 'none', 'ingress', 'nat'].includes(name)),
  );
}
