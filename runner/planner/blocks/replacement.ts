import { cuesIn } from '../prose/cues.ts';
import type { View } from './view.ts';

/** `To:` alone above a block: it goes where the block before it showed what is there now. */
export function isReplacement(view: View | undefined): boolean {
  return view !== undefined && view.before !== null && cuesIn(view.label).has('instead');
}
