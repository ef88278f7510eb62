import type { SkipCode } from '../core/plan.ts';

/** Whose decision it is that the plan leaves a step out. */
export const kindOfSkip: Readonly<Record<SkipCode, 'chapter' | 'surroundings' | 'reader'>> = {
  annotation: 'chapter',
  alternative: 'chapter',
  repeated: 'chapter',
  condition: 'chapter',
  'other-system': 'surroundings',
  destructive: 'surroundings',
  'never-made': 'reader',
  placeholder: 'reader',
};
