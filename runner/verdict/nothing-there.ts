import { understand } from '../command/index.ts';

/** Verbs that take away or stop whatever a list names. */
const clearing = /^(?:container|image|volume|network) (?:rm|stop|kill|prune)$/;

/** As docker 20.10 to 28.5 say that the list was empty. */
const emptyList = /^(?:docker: )?["'].*["'] requires at least 1 argument\.?$/m;

/**
 * `docker rm $(docker ps -aq)` where there is no container: the chapter clears away what its reader may have, and this
 * one has none.
 *
 * @param output what the command printed
 */
export function foundNothing(command: string, output: string): boolean {
  if (!emptyList.test(output)) return false;
  const call = understand(command).calls.find(({ docker, substituted }) => docker !== null && !substituted)?.docker;
  const [only, ...more] = call?.operands ?? [];
  return (
    call != null &&
    clearing.test(call.verb) &&
    more.length === 0 &&
    only !== undefined &&
    /^(?:\$\(|`)[\s\S]*\bdocker\b[\s\S]*(?:\s-\w*q\w*\b|--quiet)/.test(only)
  );
}
