import type { DockerCommand } from '../../docker/docker-command.ts';
import type { Parts } from '../effect-parts.ts';

/** What a verb does, by canonical name. */
export type VerbEffects = Readonly<Record<string, (command: DockerCommand) => Parts>>;
