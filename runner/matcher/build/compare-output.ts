import { Comparison } from '../comparison.ts';
import type { Env } from '../units.ts';

/** Whether two steps printed the same, by the rules for any output. */
export function compareOutput(expected: readonly string[], actual: readonly string[], env: Env): boolean {
  const mark = env.binder.mark();
  const { holds } = new Comparison(expected, actual, env).run();
  env.binder.undo(mark);
  return holds;
}
