import { squash } from '../../core/words.ts';
import { errorText } from '../../printed/index.ts';

/** Why a build failed. */
export interface Cause {
  /** In words that are the same for every builder; empty where the log does not tell. */
  readonly what: string;
  /** What only some generations add; null where nothing is. */
  readonly hint: string | null;
}

/** The cause that a line of a build tells, or null for a line that tells none. The wordings are those of Docker 17 to 28. */
export function causeOf(line: string): Cause | null {
  const text = line.trim();
  if (!announced.test(text)) return null;
  const [, core = text, hint = null] = /^(.*) \((did you mean .*\?)\)$/.exec(text) ?? [];
  return { what: squash(errorText(core)), hint };
}

/** Whether two failures, the chapter's and the real one, have one cause. What only one generation adds is compared where both do. */
export function sameCause(left: Cause | null, right: Cause | null): boolean {
  if (left === null || right === null) return left === right;
  if (left.what === '') return true;
  return left.what === right.what && (left.hint === null || right.hint === null || left.hint === right.hint);
}

/** How a builder begins to tell that it failed; what the commands of its steps print begins otherwise. */
const announced =
  /^(?:(?:ERROR|error|target \S+|Error response from daemon): |failed to (?:build|solve|compute cache key|read dockerfile)\b|(?:COPY|ADD) failed: |executor failed running |The command '|pull access denied |manifest for |[Dd]ockerfile parse error)/;
