import type { DockerCommand } from '../../docker/docker-command.ts';
import { hasOption, optionValue, optionValues } from '../../docker/parse-docker.ts';
import { endless, type Parts, things } from '../effect-parts.ts';
import type { Thing } from '../effects.ts';
import type { VerbEffects } from './verb-effects.ts';

/** What the verbs about the engine, builders and old machines do. */
export const systemEffects: VerbEffects = {
  'system prune': (command) =>
    prune(command, 'removes every unused container, network and image, not only those of this chapter'),
  'container prune': (command) => prune(command, 'removes every stopped container, not only those of this chapter'),
  'image prune': (command) => prune(command, 'removes every unused image, not only those of this chapter'),
  'volume prune': (command) => prune(command, 'removes every unused volume, not only those of this chapter'),
  'network prune': (command) => prune(command, 'removes every unused network, not only those of this chapter'),
  'builder prune': (command) => prune(command, 'removes the build cache of everything'),
  'buildx prune': (command) => prune(command, 'removes the build cache of everything'),
  'system events': (command) => (hasOption(command, 'until') ? {} : endless('events are shown until Ctrl-C')),
  inspect: (command) => ({ needs: things('object', command.operands) }),
  login: loginEffects,
  'buildx create': (command) => ({ makes: things('builder', [optionValue(command, 'name')]) }),
  'buildx rm': (command) => ({ destroys: things('builder', command.operands) }),
  'context create': (command) => ({ makes: things('context', command.operands) }),
  'context rm': (command) => ({
    needs: things('context', command.operands),
    destroys: things('context', command.operands),
  }),
  'context use': (command) => ({
    needs: things(
      'context',
      command.operands.filter((name) => name !== 'default'),
    ),
  }),
  'plugin create': (command) => ({ makes: plugins(command.operands.slice(0, 1)) }),
  'plugin install': (command) => ({
    makes: plugins([optionValue(command, 'alias') ?? command.operands[0] ?? '']),
    asks: hasOption(command, 'grant-all-permissions') ? null : 'Do you grant the above permissions? [y/N]',
  }),
  ...Object.fromEntries(
    ['enable', 'disable', 'inspect', 'set', 'upgrade', 'push'].map((verb) => [
      `plugin ${verb}`,
      (command: DockerCommand) => ({
        needs: plugins(verb === 'inspect' ? command.operands : command.operands.slice(0, 1)),
      }),
    ]),
  ),
  'plugin rm': (command) => ({ needs: plugins(command.operands), destroys: plugins(command.operands) }),
  'machine create': (command) => ({ makes: things('machine', command.operands) }),
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

/** A plugin goes by its name with and without the tag that is left out. */
export function plugins(names: readonly string[]): readonly Thing[] {
  return things(
    'plugin',
    names.filter((name) => name !== '').map((name) => name.replace(/:latest$/, '')),
  );
}

function prune(command: DockerCommand, reason: string): Parts {
  // A label of the chapter's own narrows it to what the chapter made; `until` and `dangling` do not.
  const narrowed = optionValues(command, 'filter').some((filter) => filter.startsWith('label='));
  const forced = hasOption(command, 'force');
  return {
    output: { form: 'log', log: 'prune' },
    destructive: narrowed ? null : reason,
    asks: forced ? null : 'Are you sure you want to continue? [y/N]',
  };
}

function loginEffects(command: DockerCommand): Parts {
  const secrets = optionValues(command, 'password');
  const given = secrets.length > 0 || hasOption(command, 'password-stdin');
  const user = optionValue(command, 'username');
  return { secrets, asks: given ? null : user === null ? 'Username and password' : 'Password' };
}
