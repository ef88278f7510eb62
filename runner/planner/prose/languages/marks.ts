import type { Cues } from '../cues.ts';

/** What authors of any language draw. */
export const marks: Cues = {
  bad: ['❌', '🚫', '👎', '⛔'],
  interrupt: ['ctrl + c', '^c'],
  good: ['✅', '👍', '⭕'],
};
