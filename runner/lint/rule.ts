import type { Message } from '../core/message.ts';
import type { Itinerary } from '../core/plan.ts';

/** What the rules know of the world besides the chapter. */
export interface Surroundings {
  /** Whether the reader has this file or folder before the chapter begins; as the chapter names it. */
  hasFile(path: string): boolean;
  /** Whether an image (`diamol/node`) is one of which no tags are published that name a version. */
  isUnversioned(image: string): boolean;
}

/** One thing that a reader would stumble over. It finds; it never runs anything. */
export interface Rule {
  /** Also its ID in SARIF: `unclosed-block`. */
  readonly name: string;
  /** @param itinerary findings are about its chapter; what those before it make is there */
  check(itinerary: Itinerary, surroundings: Surroundings): readonly Message[];
}
