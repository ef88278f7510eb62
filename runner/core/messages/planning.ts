import type { Sentences } from './sentence.ts';

export const planning = {} as const satisfies Sentences;
