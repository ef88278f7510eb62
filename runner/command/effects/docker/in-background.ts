import { hasOption } from '../../docker/parse-docker.ts';
import { understand } from '../../understand.ts';
import { programInside } from './in-container.ts';

/**
 * Whether a command starts a container in the background that is no job with an end of its own, as far as its text
 * tells: a server, or what only its image knows. One that leaves nothing behind (`--rm`) shows nothing of its end either.
 */
export function startsServer(text: string): boolean {
  return understand(text).calls.some(
    ({ docker }) =>
      docker?.verb === 'container run' &&
      hasOption(docker, 'detach') &&
      !hasOption(docker, 'rm') &&
      programInside(docker).ends.how !== 'ends',
  );
}
