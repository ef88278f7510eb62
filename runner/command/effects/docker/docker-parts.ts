import type { DockerCommand } from '../../docker/docker-command.ts';
import { hasOption } from '../../docker/parse-docker.ts';
import type { Parts } from '../effect-parts.ts';
import { composeEffects, files } from './compose.ts';
import { containerEffects } from './container.ts';
import { imageEffects } from './image.ts';
import { printedBy } from './printed.ts';
import { storageAndNetworkEffects } from './storage-and-network.ts';
import { swarmEffects } from './swarm.ts';
import { systemEffects } from './system.ts';
import type { VerbEffects } from './verb-effects.ts';

const effects: VerbEffects = {
  ...containerEffects,
  ...imageEffects,
  ...storageAndNetworkEffects,
  ...swarmEffects,
  ...composeEffects,
  ...systemEffects,
};

/** What one call of docker does. */
export function dockerParts(command: DockerCommand): Parts {
  if (hasOption(command, 'help') || !command.known || command.tooFewOperands) return {};
  const own = Object.hasOwn(effects, command.verb) ? effects[command.verb] : undefined;
  const parts = own?.(command) ?? (command.verb.startsWith('compose ') ? files(command) : {});
  return { ...parts, output: parts.output ?? printedBy(command) };
}
