import type { Draft } from '../draft.ts';

/** Says of each command whether tutor leaves it out, and why. */
export function setSkips(_drafts: Draft[]): void {}
