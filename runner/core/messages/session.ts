import type { Sentences } from './sentence.ts';

export const session = {} as const satisfies Sentences;
