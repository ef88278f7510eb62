import { phrases, type Slots } from '../phrase.ts';
import { buildFaults } from './build-faults.ts';
import { clashFaults } from './clash-faults.ts';
import { engineFaults } from './engine-faults.ts';
import type { Fault, FaultForm, FaultThing } from './fault.ts';
import { fileFaults } from './file-faults.ts';
import { networkFaults } from './network-faults.ts';
import { programFaults } from './program-faults.ts';
import { usageFaults } from './usage-faults.ts';

/** Every form in which a fault is told, in the order in which they are tried. */
export const faultForms: readonly FaultForm[] = [
  ...engineFaults,
  ...buildFaults,
  ...clashFaults,
  ...networkFaults,
  ...programFaults,
  ...fileFaults,
  ...usageFaults,
];

const readers = faultForms.map((form) => ({ form, read: phrases(form.phrases, true) }));

/** A line of more characters is data, not a message. */
const longest = 2000;

/**
 * What a line says went wrong, as far as its words are known.
 *
 * @param at index of the line in its output
 * @returns null for a line that tells no fault in words that are known
 */
export function faultIn(line: string, at = 0): Fault | null {
  if (line.length > longest) return null;
  for (const { form, read } of readers) {
    const slots = read(line);
    if (slots !== null) return { ...readingOf(form, slots), of: form.of, line: line.trim(), at };
  }
  return null;
}

/** All that an output says went wrong, in its order. */
export function faultsIn(output: string): readonly Fault[] {
  return output.split('\n').flatMap((line, at) => faultIn(line, at) ?? []);
}

function readingOf({ kind, thing }: FaultForm, slots: Slots): Pick<Fault, 'kind' | 'thing' | 'holder'> {
  const { holder = null, host, port, server, ...named } = slots;
  return { kind, thing: addressed(kind, server, host, port) ?? namedBy(named) ?? thing ?? null, holder };
}

/** An address of one's own that is taken is taken by its port. */
function addressed(kind: Fault['kind'], server?: string, host?: string, port?: string): Fault['thing'] {
  const whole = server ?? (host !== undefined && port !== undefined ? `${host}:${port}` : undefined);
  const ownPort = kind === 'taken' ? (port ?? whole?.split(':').at(-1)) : undefined;
  if (ownPort !== undefined) return { kind: 'port', name: ownPort };
  if (whole !== undefined) return { kind: 'server', name: whole };
  if (host !== undefined) return { kind: 'host', name: host };
  return port === undefined ? null : { kind: 'port', name: port };
}

function namedBy(slots: Slots): Fault['thing'] {
  const [kind, name] = Object.entries(slots).find(([, value]) => value !== undefined) ?? [];
  if (kind === undefined || name === undefined || kind === 'line') return null;
  // dockerd writes a container's name with the slash that it has in the API.
  return { kind: kind as FaultThing, name: kind === 'container' ? name.replace(/^\//, '') : name };
}
