import { printersOf, thoseOf } from '../command/index.ts';

/** Verbs that take away or stop whatever a list names. */
const clearing = ['container rm', 'container stop', 'container kill', 'image rm', 'volume rm', 'network rm'].map(
  (verb) => `docker ${verb}`,
);

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
  const printers = printersOf(command);
  const [only, ...more] = thoseOf(printers, ...clearing).find(({ shown }) => shown)?.operands ?? [];
  const isListed = only !== undefined && (only.startsWith('$(') || only.startsWith('`')) && more.length === 0;
  return isListed && printers.some(({ shown, output }) => !shown && output?.form === 'table' && output.quiet);
}
