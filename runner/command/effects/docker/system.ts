import { because } from '../../../core/message.ts';
import { isPluginDriver, isWindowsDriver } from '../../docker/drivers.ts';
import type { DockerCommand } from '../../docker/parse-docker.ts';
import { hasOption, optionValue, optionValues } from '../../docker/parse-docker.ts';
import type { VerbEffects } from '../effect-parts.ts';
import { endless, type Parts, things } from '../effect-parts.ts';
import type { Thing } from '../effects.ts';
import { partsSaid } from './said.ts';

/** What other verbs do of which more is to be said than a few words. */
export const systemEffects: VerbEffects = {
  'system prune': (command) => prune(command),
  'container prune': (command) => prune(command),
  'image prune': (command) => prune(command),
  'volume prune': (command) => prune(command),
  'network prune': (command) => prune(command),
  'builder prune': (command) => prune(command),
  'buildx prune': (command) => prune(command),
  'system events': (command) =>
    hasOption(command, 'until') ? {} : endless(because('ends-until-stopped', { what: 'events' })),
  login: loginEffects,
  'volume create': (command) => {
    const name = command.operands[0] ?? optionValue(command, 'name');
    const output = name === null ? ({ form: 'id' } as const) : ({ form: 'names', names: [name] } as const);
    return { makes: things('volume', [name]), needs: driverOf(command), output };
  },
  'network create': (command) => ({
    ...partsSaid('makes:network.0 id', command),
    needs: driverOf(command),
    operatingSystem: isWindowsDriver(optionValue(command, 'driver') ?? '') ? 'windows' : 'any',
  }),
  'plugin install': (command) => ({
    ...partsSaid(optionValue(command, 'alias') === null ? 'makes:plugin.0' : 'makes:plugin=alias', command),
    asks: hasOption(command, 'grant-all-permissions') ? null : 'Do you grant the above permissions? [y/N]',
  }),
  'machine rm': (command) => ({
    needs: things('machine', command.operands),
    destroys: things('machine', command.operands),
    asks: hasOption(command, 'force') || hasOption(command, 'y') ? null : 'Are you sure? (y/n)',
  }),
  'machine ssh': (command) => ({
    needs: things('machine', command.operands),
    opens: command.argv.length > 0 ? null : { into: 'shell', program: 'sh', shellLike: true, container: null },
  }),
  init: () => ({ asks: 'What application platform does your project use?' }),
  debug: (command) => ({
    opens: { into: 'container', program: 'sh', shellLike: true, container: command.operands[0] ?? null },
  }),
};

/** The plugin that a driver comes with. */
function driverOf(command: DockerCommand): readonly Thing[] {
  const driver = optionValue(command, 'driver');
  return driver !== null && isPluginDriver(driver) ? (partsSaid('needs:plugin=driver', command).needs ?? []) : [];
}

function prune(command: DockerCommand): Parts {
  // A label of the chapter's own narrows it to what the chapter made; `until` and `dangling` do not.
  const narrowed = optionValues(command, 'filter').some((filter) => filter.startsWith('label='));
  const forced = hasOption(command, 'force');
  return {
    output: { form: 'log', log: 'prune' },
    destructive: narrowed ? null : because('destroys-unused', { what: `docker ${command.verb}` }),
    asks: forced ? null : 'Are you sure you want to continue? [y/N]',
  };
}

function loginEffects(command: DockerCommand): Parts {
  const secrets = optionValues(command, 'password');
  const given = secrets.length > 0 || hasOption(command, 'password-stdin');
  const user = optionValue(command, 'username');
  return { secrets, asks: given ? null : user === null ? 'Username and password' : 'Password' };
}
