import { because } from '../../../core/message.ts';
import { before } from '../../../core/words.ts';
import { canonicalImage } from '../../docker/image-name.ts';
import type { DockerCommand } from '../../docker/parse-docker.ts';
import { hasOption, optionValue, optionValues } from '../../docker/parse-docker.ts';
import type { VerbEffects } from '../effect-parts.ts';
import { type Parts, things } from '../effect-parts.ts';
import type { ThingKind } from '../effects.ts';
import { mountsOf, publishesOf } from './run-options.ts';

/** What the verbs about a swarm do of which more is to be said than a few words. */
export const swarmEffects: VerbEffects = {
  'swarm join': (command) => ({
    makes: [...things('swarm', [null]), ...things('node', [null])],
    secrets: optionValues(command, 'token'),
  }),
  'swarm leave': (command) => ({
    needs: things('swarm', [null]),
    destroys: things('swarm', [null]),
    destructive: hasOption(command, 'force') ? because('destroys-swarm') : null,
  }),
  'service create': serviceCreate,
  'service scale': (command) => ({
    needs: things(
      'service',
      command.operands.map((operand) => before(operand, '=')),
    ),
  }),
  'stack deploy': (command) => ({
    needs: things('swarm', [null]),
    makes: things('stack', command.operands),
    composeFiles: optionValues(command, 'compose-file'),
    readsFiles: optionValues(command, 'compose-file').filter((file) => file !== '-'),
  }),
  'secret create': (command) => created('secret', command),
  'config create': (command) => created('config', command),
};

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
