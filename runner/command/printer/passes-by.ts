import { understand } from '../understand.ts';

/**
 * Whether what a container writes to its error stream passes by the pipe and is shown beside what comes out of that:
 * `docker logs web | head -n 1`. How much of it there is depends on how long the container has been running.
 */
export function logPassesBy(text: string): boolean {
  if (text.includes('|&')) return false;
  return understand(text).calls.some(
    ({ docker, command: { stage, stages, redirects } }) =>
      docker?.verb === 'container logs' &&
      stage < stages - 1 &&
      !redirects.some(({ operator }) => operator.startsWith('2>') || operator.includes('&')),
  );
}
