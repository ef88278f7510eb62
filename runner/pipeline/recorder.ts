import type { Bindings } from '../core/match.ts';
import { message, type Place, wording } from '../core/message.ts';
import type { Outcome } from '../core/outcome.ts';
import type { Output } from '../core/output.ts';
import type { CommandStep, Plan } from '../core/plan.ts';
import { matchOutput } from '../matcher/index.ts';
import { keyOf, type Snapshot, type SnapshotEntry } from '../snapshot/snapshot.ts';

type StepName = Pick<SnapshotEntry, 'section' | 'command' | 'occurrence'>;

/** Volatile values of what is worth recording must not come from elsewhere: a recording has bindings of its own. */
export class Recorder {
  readonly #plan: Plan;
  readonly #known: ReadonlyMap<string, SnapshotEntry>;
  readonly #names: ReadonlyMap<number, StepName>;
  readonly #entries = new Map<string, SnapshotEntry>();
  readonly #neutral: (text: string) => string;
  #bindings: Bindings = {};

  /**
   * @param before the snapshot so far; null where none was recorded
   * @param neutral takes out of a text what belongs to this machine
   */
  constructor(plan: Plan, before: Snapshot | null, neutral: (text: string) => string = (text) => text) {
    this.#plan = plan;
    this.#known = new Map(before?.entries.map((entry) => [keyOf(entry), entry]));
    this.#names = namesOf(plan);
    this.#neutral = neutral;
  }

  /**
   * Takes a step's output into the recording. What still holds of the snapshot is kept as it was, so that a new
   * recording differs only where the engine does.
   *
   * @returns why it differs from the snapshot; null where it does not, or nothing was recorded
   */
  record(step: CommandStep, { text, exitCode }: Output): string | null {
    const name = this.#names.get(step.index);
    if (!name) return null;
    const output = normalised(this.#neutral(text));
    const entry = { ...name, output, exitCode: exitCode ?? 0 };
    const known = this.#known.get(keyOf(name));
    if (!known) {
      this.#entries.set(keyOf(name), entry);
      return null;
    }
    const match = matchOutput({
      command: step.text,
      expected: known.output.split('\n'),
      actual: output,
      bindings: this.#bindings,
      // A recording may be of a failure; the exit status is compared below.
      failureExpected: true,
    });
    this.#bindings = match.bindings;
    this.#entries.set(keyOf(name), { ...entry, output: match.resolved.map((line) => line.text).join('\n') });
    if (known.exitCode !== entry.exitCode) return `exit status ${entry.exitCode}, recorded ${known.exitCode}`;
    return match.verdict === 'mismatch' ? (match.reason === null ? '' : wording(match.reason, 'en')) : null;
  }

  /** An outcome as it is once it was recorded: a step that shows no output is held against what it printed before. */
  hold(outcome: Outcome, { strict, place }: { readonly strict: boolean; readonly place: Place }): Outcome {
    const { step, output, match, status } = outcome;
    if (step.type !== 'command' || output === null || status === 'broken') return outcome;
    const why = this.record(step, output);
    if (why === null || match !== null) return outcome;
    const told = message('snapshot-differs', { why }, place, strict ? 'error' : 'warning');
    const messages = [...outcome.messages, told];
    if (!strict || status !== 'passed') return { ...outcome, messages };
    return { ...outcome, messages, status: 'failed', cause: { kind: 'chapter', evidence: [told] } };
  }

  /** Entries of the snapshot whose step the chapter no longer has. */
  obsolete(): SnapshotEntry[] {
    return obsoleteEntries(this.#plan, [...this.#known.values()]);
  }

  /**
   * What was recorded, as a snapshot of an engine generation. A step that could not be run this time keeps what was
   * recorded of it before; one that the chapter no longer has is gone.
   */
  snapshot(generation: string): Snapshot {
    const entries = [...this.#names.values()].flatMap((name) => {
      const key = keyOf(name);
      return this.#entries.get(key) ?? this.#known.get(key) ?? [];
    });
    return { chapter: this.#plan.chapter.id, generation, entries };
  }
}

/** Entries of a snapshot whose step the chapter no longer has. */
export function obsoleteEntries(plan: Plan, entries: readonly SnapshotEntry[]): SnapshotEntry[] {
  const present = new Set([...namesOf(plan).values()].map(keyOf));
  return entries.filter((entry) => !present.has(keyOf(entry)));
}

/** Each command of the chapter by its section, its text, and how often it was typed there before. */
function namesOf({ chapter, steps }: Plan): ReadonlyMap<number, StepName> {
  const occurrences = new Map<string, number>();
  const names = new Map<number, StepName>();
  for (const step of steps) {
    if (step.type !== 'command' || step.script !== undefined) continue;
    const section = chapter.sections[step.section]?.title ?? '';
    const command = step.written ?? step.text;
    const name = JSON.stringify([section, command]);
    const occurrence = occurrences.get(name) ?? 0;
    occurrences.set(name, occurrence + 1);
    names.set(step.index, { section, command, occurrence });
  }
  return names;
}

function normalised(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n+$/, '');
}
