import type { DockerCommand } from '../../docker/parse-docker.ts';
import { hasOption } from '../../docker/parse-docker.ts';
import { verbs } from '../../docker/verbs.ts';
import type { VerbEffects } from '../effect-parts.ts';
import { joinParts, type Parts } from '../effect-parts.ts';
import { composeEffects, composeFiles } from './compose.ts';
import { containerEffects } from './container.ts';
import { imageEffects } from './image.ts';
import { partsSaid } from './said.ts';
import { swarmEffects } from './swarm.ts';
import { systemEffects } from './system.ts';

const effects: VerbEffects = {
  ...containerEffects,
  ...imageEffects,
  ...swarmEffects,
  ...composeEffects,
  ...systemEffects,
};

/** What one call of docker does. */
export function dockerParts(command: DockerCommand): Parts {
  if (hasOption(command, 'help') || !command.known || command.tooFewOperands) return {};
  const { verb } = command;
  const own = Object.hasOwn(effects, verb) ? effects[verb]?.(command) : undefined;
  return joinParts([composeFiles(command), own ?? partsSaid(verbs[verb]?.does ?? '', command)]);
}
