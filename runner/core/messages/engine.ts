import type { Sentences } from './sentence.ts';

export const engine = {} as const satisfies Sentences;
