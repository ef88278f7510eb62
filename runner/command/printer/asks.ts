import type { KnownOutput } from '../effects/effects.ts';
import { understand } from '../understand.ts';
import { type Printer, wasGiven } from './printer.ts';

/** Whether a program is asked for its version, or for a file that tells that of the system. */
export function asksVersion(printer: Printer): boolean {
  const { program, verb, operands, options, template } = printer;
  if (wasGiven(printer, 'version', 'V') || (program !== 'docker' && wasGiven(printer, 'v'))) return true;
  if (program === 'uname' && wasGiven(printer, 'r')) return true;
  const words = [...verb.split(' '), ...operands, ...options.flatMap(({ value }) => value ?? [])];
  return (
    words.some((word) => word === 'version' || word.includes('version()') || systemFile.test(word)) ||
    (template?.parts?.some(
      (part) => 'fields' in part && part.fields.length === 1 && (part.fields[0] ?? '').endsWith('Version'),
    ) ??
      false)
  );
}

const systemFile = /^\/etc\/\S*(?:release|version)\b/;

/** Tables of all that the machine has. */
const ofMachine = new Set(
  'image container volume network service node stack secret config context plugin buildx'
    .split(' ')
    .map((kind) => `${kind} ls`)
    .concat('stats'),
);

/** Whether all that the machine has is listed; null where nothing of that kind is. */
export function listsAll(printers: readonly Printer[]): boolean | null {
  const tables = printers.flatMap(({ output }) =>
    output?.form === 'table' && ofMachine.has(output.table) ? [output.filtered] : [],
  );
  return tables.length === 0 ? null : !tables.includes(true);
}

/** Verbs that print what a program in a container prints. */
const relays = new Set(
  'container logs,container attach,container start,container run,container exec,compose logs,compose up,compose run,compose exec,service logs'.split(
    ',',
  ),
);

/** Whether what a program in a container prints is shown, be it known or not. */
export function isRelay(printer: Printer): boolean {
  return printer.program === 'docker' && relays.has(printer.verb) && !wasGiven(printer, 'detach');
}

/** Whether Docker prints all of it, and none of it an application. */
export function isDockersOwn(printers: readonly Printer[]): boolean {
  const others = printers.filter(({ program, shown }) => program !== 'docker' && shown);
  return (
    printers.some(({ program }) => program === 'docker') &&
    !printers.some((printer) => printer.shown && isRelay(printer)) &&
    others.every(({ program }) => program === 'jq')
  );
}

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

/** The well-known output of a whole line. Null where several programs print, or one of which none is known. */
export function outputOf(printers: readonly Printer[]): KnownOutput | null {
  const printed = printers.filter(isLoud).map(({ output }) => output);
  const [first = null] = printed;
  if (printed.length === 1) return first;
  // `apt-get update && apt-get install …` is one log.
  const same = first?.form === 'log' && printed.every((other) => other?.form === 'log' && other.log === first.log);
  return same ? first : null;
}

function isLoud({ shown, silent, where }: Printer): boolean {
  return shown && !silent && where === 'host';
}
