import { canonicalImage, type Effects, effectsOf, type Thing } from '../command/index.ts';
import type { Site } from '../core/outcome.ts';
import type { CommandStep, Step } from '../core/plan.ts';

/** Something that a step should have made and did not. */
export interface Unmade {
  /** As a reader would say it: `image myapp:dev`. */
  readonly what: string;
  /** Line of the step that should have made it. */
  readonly line: number;
  /** Path of that step's chapter. */
  readonly chapter: string;
}

const isHere = /^(?:localhost|127\.0\.0\.1|0\.0\.0\.0|\[?::1\]?)$/;

/** Keeps in mind what failed steps should have made, so that what hangs on it is not blamed for it. */
export class Dependencies {
  readonly #unmade = new Map<string, Unmade>();
  readonly #there = new Set<string>();
  /** Ports of the host that a step should have published and did not. */
  readonly #closed = new Map<string, Unmade>();
  readonly #published = new Set<string>();

  /** The first thing a step needs that an earlier step failed to make; null where it can be typed. */
  missingFor(step: CommandStep): Unmade | null {
    const { needs, pulls, contacts, readsFiles } = effectsOf(step.text);
    const read = readsFiles.map((path): Thing => ({ kind: 'file', name: path }));
    const wanted = [...needs, ...read, ...pulls.map((image): Thing => ({ kind: 'image', name: image.text }))];
    for (const thing of wanted) {
      const found = this.#unmade.get(keyOf(thing));
      if (found) return found;
    }
    if (step.failureExpected || step.into !== 'shell') return null;
    const behind = contacts.find(({ host, port }) => isHere.test(host) && this.#closed.has(String(port)));
    return behind === undefined ? null : (this.#closed.get(String(behind.port)) ?? null);
  }

  /** Takes note of a step's end. `done`: it really did what it says, whatever it printed. */
  record(step: Step, done: boolean, chapter: string): void {
    for (const thing of made(step)) {
      // A swarm is the engine's only one, and has no name.
      if (thing.name === null && thing.kind !== 'swarm') continue;
      const key = keyOf(thing);
      if (done) {
        this.#there.add(key);
        this.#unmade.delete(key);
      } else if (!this.#there.has(key)) {
        // What an earlier step made is still there when a later one fails to make it again.
        this.#unmade.set(key, { what: [thing.kind, thing.name].filter(Boolean).join(' '), line: step.line, chapter });
      }
    }
    if (step.type !== 'command') return;
    const effects = effectsOf(step.text);
    this.#recordPorts({ line: step.line, chapter }, effects, done);
    if (done) for (const thing of effects.destroys) this.#there.delete(keyOf(thing));
  }

  #recordPorts(site: Site, { publishes, makes }: Effects, done: boolean): void {
    // Which ports a project or a stack publishes stands in its file: after it, any may answer.
    if (done && makes.some(({ kind }) => kind === 'project' || kind === 'stack')) this.#closed.clear();
    for (const { hostPort } of publishes) {
      if (hostPort === null) continue;
      if (done) {
        this.#published.add(hostPort);
        this.#closed.delete(hostPort);
      } else if (!this.#published.has(hostPort)) {
        this.#closed.set(hostPort, { what: `port ${hostPort}`, ...site });
      }
    }
  }
}

function made(step: Step): readonly Thing[] {
  if (step.type === 'file') return [{ kind: 'file', name: step.path }];
  const { makes, edits } = effectsOf(step.text);
  return edits === null ? makes : [...makes, { kind: 'file', name: edits }];
}

/** One identity for `web` and `web:latest`, `./a` and `a`. */
function keyOf({ kind, name }: Thing): string {
  const plain = (name ?? '').replace(/^\.\//, '');
  return `${kind} ${kind === 'image' ? canonicalImage(plain) : plain}`;
}
