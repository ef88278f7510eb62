export { at, decide } from './decide.ts';
export type { Death, Evidence, Surroundings } from './evidence.ts';
export { askedBy, decideScript } from './scripts.ts';
export { hindrance, kindOfSkip, notTyped, openerNotOpen } from './skipping.ts';
export { imagesNotHad } from './surroundings.ts';
export { thingTold } from './told.ts';
