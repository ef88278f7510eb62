import type { Bindings, DiffLine } from '../core/match.ts';
import type { Told } from '../core/message.ts';
import { matchOutput } from '../matcher/index.ts';
import { keyOf, type Snapshot, type SnapshotEntry } from '../snapshot/snapshot.ts';

/** Generations that printed the same for a step, and what differs from the first group. */
export interface Variant {
  readonly generations: readonly string[];
  /** Empty for the first group. */
  readonly diff: readonly DiffLine[];
  /** How the exit status differs from the first group's; empty where it does not. */
  readonly exit: string;
  /** Why the output is not the first group's; null for that. */
  readonly reason: Told | null;
}

/** A step that printed something else on another generation, and not only other IDs, ages or sizes. */
export interface SnapshotDifference {
  readonly entry: SnapshotEntry;
  readonly variants: readonly Variant[];
  /** Generations of which the step was not recorded. */
  readonly missing: readonly string[];
}

/** Holds the snapshots of a chapter against each other, step by step, with the matcher's own tolerance. */
export function compareSnapshots(snapshots: readonly Snapshot[]): SnapshotDifference[] {
  const comparer = new Comparer(snapshots);
  const keys = [...new Set(snapshots.flatMap(({ entries }) => entries.map(keyOf)))];
  return keys.flatMap((key) => comparer.compare(key) ?? []);
}

interface Group {
  readonly entry: SnapshotEntry;
  readonly generation: string;
  readonly generations: string[];
  readonly diff: readonly DiffLine[];
  readonly exit: string;
  readonly reason: Told | null;
}

type Difference = Pick<Group, 'diff' | 'exit' | 'reason'>;

class Comparer {
  readonly #sides: readonly { readonly generation: string; readonly entries: ReadonlyMap<string, SnapshotEntry> }[];
  /** Values of one generation tied to those of another, for each pair that was compared. */
  readonly #bindings = new Map<string, Bindings>();

  constructor(snapshots: readonly Snapshot[]) {
    this.#sides = snapshots.map(({ generation, entries }) => ({
      generation,
      entries: new Map(entries.map((entry) => [keyOf(entry), entry])),
    }));
  }

  compare(key: string): SnapshotDifference | null {
    const groups: Group[] = [];
    const missing: string[] = [];
    for (const { generation, entries } of this.#sides) {
      const entry = entries.get(key);
      if (entry) this.#sort(groups, generation, entry);
      else missing.push(generation);
    }
    const [first] = groups;
    if (!first || (groups.length === 1 && missing.length === 0)) return null;
    return { entry: first.entry, variants: groups, missing };
  }

  #sort(groups: Group[], generation: string, entry: SnapshotEntry): void {
    let own: Difference = { diff: [], exit: '', reason: null };
    for (const group of groups) {
      const found = this.#difference(group, generation, entry);
      if (found === null) {
        group.generations.push(generation);
        return;
      }
      if (group === groups[0]) own = found;
    }
    groups.push({ entry, generation, generations: [generation], ...own });
  }

  #difference(group: Group, generation: string, entry: SnapshotEntry): Difference | null {
    const pair = `${group.generation}/${generation}`;
    const match = matchOutput({
      command: entry.command,
      expected: group.entry.output.split('\n'),
      actual: entry.output,
      bindings: this.#bindings.get(pair) ?? {},
      failureExpected: true,
    });
    this.#bindings.set(pair, match.bindings);
    const exit = entry.exitCode === group.entry.exitCode ? '' : `exit ${group.entry.exitCode} → ${entry.exitCode}.`;
    if (match.verdict !== 'mismatch' && exit === '') return null;
    return { diff: match.diff, exit, reason: match.reason };
  }
}
