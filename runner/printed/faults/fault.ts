import type { Phrase } from '../phrase.ts';

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
