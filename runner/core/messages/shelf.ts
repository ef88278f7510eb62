import type { Sentences } from './sentence.ts';

export const shelf = {} as const satisfies Sentences;
