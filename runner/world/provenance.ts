import type { Site } from '../core/outcome.ts';

/** What the chapters have done to a thing before a step, if all goes as they say. */
export interface Provenance {
  /** The last step that makes it, and is not undone; null where there is none. */
  readonly madeBy: Site | null;
  /** The step that has removed it since; null where none has. */
  readonly removedBy: Site | null;
  /** The first step after this one that makes it; null where none does. */
  readonly madeLater: Site | null;
}

/** What the chapters do to a thing, and where. */
export interface History {
  readonly makers: Site[];
  readonly removers: Site[];
}
