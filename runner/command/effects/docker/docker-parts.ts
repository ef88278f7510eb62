import type { DockerCommand } from '../../docker/docker-command.ts';
import { hasOption } from '../../docker/parse-docker.ts';
import { joinParts, type Parts } from '../effect-parts.ts';
import { composeEffects, composeFiles } from './compose.ts';
import { containerEffects } from './container.ts';
import { imageEffects } from './image.ts';
import { plainVerbs } from './plain-verbs.ts';
import { printedBy } from './printed.ts';
import { partsSaid } from './said.ts';
import { swarmEffects } from './swarm.ts';
import { systemEffects } from './system.ts';
import type { VerbEffects } from './verb-effects.ts';

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
  const said = Object.hasOwn(plainVerbs, verb) ? plainVerbs[verb] : undefined;
  const parts = own ?? (said === undefined ? {} : partsSaid(said, command));
  return { ...joinParts([composeFiles(command), parts]), output: parts.output ?? printedBy(command) };
}
