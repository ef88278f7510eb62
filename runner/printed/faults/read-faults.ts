import { type Phrase, phrases, type Slots } from '../phrase.ts';
import { buildFaults } from './build-faults.ts';
import { clashFaults } from './clash-faults.ts';
import { engineFaults } from './engine-faults.ts';
import { fileFaults } from './file-faults.ts';
import { networkFaults } from './network-faults.ts';
import { programFaults } from './program-faults.ts';
import { usageFaults } from './usage-faults.ts';

/** What went wrong, as far as the words of an error tell. */
export type FaultKind =
  /** No such container, image, file, program, package … */
  | 'missing'
  /** A container or service that is there, and does not run. */
  | 'stopped'
  /** Nobody answers at an address, or only somebody who is not ready yet. */
  | 'refused'
  /** A name that stands for no address. */
  | 'unresolved'
  /** Somebody answers at an address who cannot show to be the one that was asked for. */
  | 'untrusted'
  /** No way to an address, or no answer in time. */
  | 'unreachable'
  /** A name or a port that somebody else has. */
  | 'taken'
  /** What is to be removed is used. */
  | 'in-use'
  /** The command itself is wrong: an option, a verb, the number of operands, the form of a name. */
  | 'usage'
  | 'denied'
  /** A registry that does not have an image, or does not give it to this reader. */
  | 'no-image'
  | 'rate-limit'
  /** An image for other machines than this one. */
  | 'platform'
  | 'no-engine'
  | 'no-space'
  /** The machine has less, or nothing, of what is asked for: processors, memory, graphics cards. */
  | 'too-small'
  | 'read-only'
  /** Signed for a time that is over, or not yet begun, by the clock of the machine. */
  | 'expired'
  /** What a program ran did not end well; that program has said why. */
  | 'exited'
  /** An error in words that say nothing of the above. */
  | 'other';

export type FaultThing =
  | 'container'
  | 'image'
  | 'network'
  | 'volume'
  /** `docker inspect` looks for whatever has this name. */
  | 'object'
  | 'service'
  | 'stack'
  /** Of the machine. */
  | 'swarm'
  | 'secret'
  | 'config'
  | 'node'
  | 'plugin'
  | 'context'
  /** A network device of the machine. */
  | 'device'
  /** A file or folder. */
  | 'file'
  | 'program'
  | 'package'
  /** The git repository that the working folder lies in. */
  | 'repository'
  | 'host'
  /** `host:port`. */
  | 'server'
  | 'port'
  | 'option'
  | 'verb'
  | 'user'
  | 'unit'
  | 'module'
  | 'command';

/** What a line of an output says went wrong. */
export interface Fault {
  readonly kind: FaultKind;
  /** What it is about, in the error's own words, without quotes; null where it names nothing. */
  readonly thing: { readonly kind: FaultThing; readonly name: string } | null;
  /** Who has the name or the port, or uses the thing; null where that is not told. */
  readonly holder: string | null;
  /** Whose words these are: `docker`, `shell`, … */
  readonly of: string;
  /** The line, trimmed. */
  readonly line: string;
  /** Index of the line in the output. */
  readonly at: number;
}

/** One way in which programs tell a fault. */
export interface FaultForm {
  readonly kind: FaultKind;
  /** Whose words these are. */
  readonly of: string;
  /** What lines of it look like, and what each is about, is shown and tried in `test/printed/faults.txt`. */
  readonly phrases: readonly Phrase[];
  /** What a reading names where the phrase does not. */
  readonly thing?: { readonly kind: FaultThing; readonly name: string };
}

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
