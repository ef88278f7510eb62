export { outliving } from './bindings/lifetime.ts';
export { type Substitution, substituteBindings, withContainerIds } from './bindings/typed-words.ts';
export { canons } from './canons/index.ts';
export { type MatchInput, type MatchOptions, matchOutput } from './match-output.ts';
export { toleranceReason } from './tolerance-names.ts';
export { tokenTolerances as tolerances } from './tolerances/index.ts';
export { type Attempt, attemptLines } from './trace.ts';
