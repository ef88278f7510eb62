import type { Sentences } from './sentence.ts';

export const updating = {} as const satisfies Sentences;
