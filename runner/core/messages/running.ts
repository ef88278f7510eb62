import type { Sentences } from './sentence.ts';

export const running = {} as const satisfies Sentences;
