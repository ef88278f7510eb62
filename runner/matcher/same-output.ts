import { Comparison } from './comparison.ts';
import type { Env } from './units.ts';

/** Whether two parts of an output are the same by the rules for any output; what they would tie to each other is not kept. */
export function sameOutput(expected: readonly string[], actual: readonly string[], env: Env): boolean {
  const mark = env.binder.mark();
  const { holds } = new Comparison(expected, actual, env).run(false);
  env.binder.undo(mark);
  return holds;
}
