import { wording } from '../core/message.ts';
import type { Plan } from '../core/plan.ts';
import { applyChanges, type Change, unifiedDiff, writeChapter } from '../updater/index.ts';
import { original } from './guarded.ts';
import type { Io } from './verb.ts';

/** Changes to be written to a chapter. */
export interface Writing {
  readonly path: string;
  readonly plan: Plan;
  readonly changes: readonly Change[];
  readonly check: boolean;
}

/** Writes the changed chapter, or with `--check` prints what would change. */
export async function writeChanges({ path, plan: { chapter }, changes, check }: Writing, io: Io): Promise<void> {
  const after = applyChanges(chapter, changes);
  const count = changes.length;
  if (after === chapter.source) return tell(io, 'nothing-to-update', { path: chapter.path });
  // A file that is applied has the chapter's own bytes; only a terminal would obey them.
  const patch = io.stdout.isTTY ? io.stdout : original(io.stdout);
  if (check) patch.write(unifiedDiff(chapter.path, chapter.source, after));
  else await writeChapter(path, chapter.source, after);
  tell(io, check ? 'would-update' : 'chapter-updated', { path: chapter.path, count });
}

/** Says a sentence to the user, beside what goes to standard output. */
export function tell(
  io: Io,
  code: Parameters<typeof wording>[0]['code'],
  args: Parameters<typeof wording>[0]['args'],
): void {
  io.stderr.write(`${wording({ code, args }, io.locale)}\n`);
}
