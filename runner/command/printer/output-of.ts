import type { KnownOutput } from '../effects/effects.ts';
import type { Printer } from './printer.ts';

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
