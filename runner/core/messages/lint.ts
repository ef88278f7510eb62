import type { Sentences } from './sentence.ts';

export const lint = {} as const satisfies Sentences;
