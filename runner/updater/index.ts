export type { Change, Edit, Personal, UpdateOptions } from './change.ts';
export type { Holds } from './desired-lines.ts';
export { editableText, editedChange } from './edited-change.ts';
export { unifiedDiff } from './patch.ts';
export { PersonalValues } from './personal-values.ts';
export { applyChanges, isRendering, planUpdate } from './plan-update.ts';
export { type Decision, findReview, forgetReview, keepReview, type Review, wantedChanges } from './review.ts';
export { writeChapter } from './write.ts';
