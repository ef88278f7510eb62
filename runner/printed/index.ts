export { withoutCursor } from './cursor.ts';
export { errorText, reworded } from './faults/error-text.ts';
export type { Fault, FaultKind, FaultThing } from './faults/fault.ts';
export { faultsIn } from './faults/read-faults.ts';
export { tellingFault, tellingLine } from './faults/telling-line.ts';
export { tellsFailure } from './forms/failure-words.ts';
export type { LineForm, Role } from './forms/line-form.ts';
export { formOf, isError, prints, tellingForms } from './forms/read-form.ts';
export { type Phrase, phrases, rewording, type Slots } from './phrase.ts';
