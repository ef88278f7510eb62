export { outliving } from './lifetime.ts';
export { type MatchInput, type MatchOptions, matchOutput } from './match-output.ts';
export { type Substitution, substituteBindings } from './substitute.ts';
export { toleranceReason } from './tolerance-names.ts';
export { tokenTolerances as tolerances } from './tolerances/index.ts';
