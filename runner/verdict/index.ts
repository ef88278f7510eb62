export { at, decide } from './decide.ts';
export type { Evidence, Surroundings } from './evidence.ts';
export { decideScript } from './scripts.ts';
export { hindrance, kindOfSkip, notTyped, openerNotOpen } from './skipping.ts';
