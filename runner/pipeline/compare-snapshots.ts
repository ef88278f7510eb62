import type { Bindings, DiffLine } from '../core/match.ts';
import { matchOutput } from '../matcher/index.ts';
import { keyOf, type Snapshot, type SnapshotEntry } from '../snapshot/snapshot.ts';

/** A step that printed something else on another generation, and not only other IDs, ages or sizes. */
export interface SnapshotDifference {
  readonly entry: SnapshotEntry;
  /** The other generation. */
  readonly against: string;
  readonly diff: readonly DiffLine[];
  readonly reason: string;
}

/** Holds each further snapshot of a chapter against the first, step by step, with the matcher's own tolerance. */
export function compareSnapshots([first, ...others]: readonly Snapshot[]): SnapshotDifference[] {
  if (!first) return [];
  return others.flatMap((other) => {
    const entries = new Map(other.entries.map((entry) => [keyOf(entry), entry]));
    let bindings: Bindings = {};
    return first.entries.flatMap((entry) => {
      const found = entries.get(keyOf(entry));
      if (!found) return [];
      const { command, output } = entry;
      const match = matchOutput({
        command,
        expected: output.split('\n'),
        actual: found.output,
        bindings,
        exitCode: found.exitCode,
      });
      bindings = match.bindings;
      const exit = found.exitCode === entry.exitCode ? '' : `exit ${entry.exitCode} → ${found.exitCode}. `;
      if (match.verdict !== 'mismatch' && exit === '') return [];
      return [{ entry, against: other.generation, diff: match.diff, reason: `${exit}${match.reason ?? ''}` }];
    });
  });
}
