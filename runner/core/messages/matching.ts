import type { Sentences } from './sentence.ts';

export const matching = {} as const satisfies Sentences;
