import { effectsOf, type Thing } from '../command/index.ts';
import type { CommandStep, Step } from '../core/plan.ts';

/** Something that a step should have made and did not. */
export interface Unmade {
  /** As a reader would say it: `image myapp:dev`. */
  readonly what: string;
  /** Line of the step that should have made it. */
  readonly line: number;
}

/** Keeps in mind what failed steps should have made, so that what hangs on it is not blamed for it. */
export class Dependencies {
  readonly #unmade = new Map<string, Unmade>();
  readonly #there = new Set<string>();

  /** The first thing a step needs that an earlier step failed to make; null where it can be typed. */
  missingFor(step: CommandStep): Unmade | null {
    const { needs, pulls } = effectsOf(step.text);
    const wanted = [...needs, ...pulls.map((image): Thing => ({ kind: 'image', name: image.text }))];
    for (const thing of wanted) {
      const found = this.#unmade.get(keyOf(thing));
      if (found) return found;
    }
    return null;
  }

  /** Takes note of a step's end. `done`: it really did what it says, whatever it printed. */
  record(step: Step, done: boolean): void {
    for (const thing of made(step)) {
      if (thing.name === null) continue;
      const key = keyOf(thing);
      if (done) {
        this.#there.add(key);
        this.#unmade.delete(key);
      } else if (!this.#there.has(key)) {
        // What an earlier step made is still there when a later one fails to make it again.
        this.#unmade.set(key, { what: `${thing.kind} ${thing.name}`, line: step.line });
      }
    }
    if (done && step.type === 'command')
      for (const thing of effectsOf(step.text).destroys) this.#there.delete(keyOf(thing));
  }
}

function made(step: Step): readonly Thing[] {
  return step.type === 'file' ? [{ kind: 'file', name: step.path }] : effectsOf(step.text).makes;
}

/** One identity for `web` and `web:latest`, `./a` and `a`. */
function keyOf({ kind, name }: Thing): string {
  const plain = (name ?? '').replace(/^\.\//, '').replace(/^docker\.io\/(?:library\/)?/, '');
  const tagged = kind === 'image' && !/[:@][^/]*$/.test(plain) ? `${plain}:latest` : plain;
  return `${kind} ${tagged}`;
}
