import type { Place } from '../tolerances/tolerance.ts';

/**
 * One way to write a line, taken back to what all ways to write it have in common. Each is read on its own, after those
 * before it in the list; so they compose, and none knows of another.
 */
export interface Canon {
  /** The tolerance under which it is listed where it makes two lines one. */
  readonly name: string;
  /**
   * The line as all ways to write it have it in common; a line that is not meant comes back as it is. What only one of
   * two generations tells stands at the end, behind `\u0000`: it is compared where both tell it.
   */
  readonly read: (line: string, place: Place) => string;
  /** As those of a tolerance. They are its tests. */
  readonly examples: string;
}
