import type { Bindings } from '../core/match.ts';
import type { Output } from '../core/output.ts';
import type { CommandStep, Plan } from '../core/plan.ts';
import { matchOutput } from '../matcher/index.ts';
import { keyOf, type Snapshot, type SnapshotEntry } from '../snapshot/snapshot.ts';

/** Volatile values of what is worth recording must not come from elsewhere: a recording has bindings of its own. */
export class Recorder {
  readonly #plan: Plan;
  readonly #known: ReadonlyMap<string, SnapshotEntry>;
  readonly #occurrences = new Map<string, number>();
  readonly #entries: SnapshotEntry[] = [];
  #bindings: Bindings = {};

  /** @param before the snapshot so far; null where none was recorded */
  constructor(plan: Plan, before: Snapshot | null) {
    this.#plan = plan;
    this.#known = new Map(before?.entries.map((entry) => [keyOf(entry), entry]));
  }

  /**
   * Takes a step's output into the recording. What still holds of the snapshot is kept as it was, so that a new
   * recording differs only where the engine does.
   *
   * @returns why it differs from the snapshot; null where it does not, or nothing was recorded
   */
  record(step: CommandStep, { text, exitCode }: Output): string | null {
    const section = this.#plan.chapter.sections[step.section]?.title ?? '';
    const name = JSON.stringify([section, step.text]);
    const occurrence = this.#occurrences.get(name) ?? 0;
    this.#occurrences.set(name, occurrence + 1);
    const entry = { section, command: step.text, occurrence, output: text, exitCode: exitCode ?? 0 };
    const known = this.#known.get(keyOf(entry));
    if (!known) {
      this.#entries.push(entry);
      return null;
    }
    const match = matchOutput({
      command: step.text,
      expected: known.output.split('\n'),
      actual: text,
      bindings: this.#bindings,
      exitCode,
    });
    this.#bindings = match.bindings;
    this.#entries.push({ ...entry, output: match.resolved.map((line) => line.text).join('\n') });
    if (known.exitCode !== entry.exitCode) return `exit status ${entry.exitCode}, recorded ${known.exitCode}`;
    return match.verdict === 'mismatch' ? (match.reason ?? '') : null;
  }

  /** Steps of the snapshot that the chapter no longer has, among the sections run so far. */
  obsolete(): SnapshotEntry[] {
    const present = new Set(this.#entries.map(keyOf));
    return [...this.#known.values()].filter((entry) => !present.has(keyOf(entry)));
  }

  /** What was recorded, as a snapshot of an engine generation. */
  snapshot(generation: string): Snapshot {
    return { chapter: this.#plan.chapter.id, generation, entries: this.#entries };
  }
}
