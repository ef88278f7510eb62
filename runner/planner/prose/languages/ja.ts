import type { Cues } from '../cues.ts';

/** What authors say in Japanese. */
export const japanese: Cues = {
  bad: ['悪い例', 'ダメ'],
  good: ['良い例'],
  comparison: ['対比', '比較'],
  hypothetical: [],
};
