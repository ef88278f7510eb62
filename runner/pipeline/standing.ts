import { dockerVerbsIn, effectsOf, startsServer } from '../command/index.ts';
import type { Engine } from '../core/engine.ts';
import type { Outcome } from '../core/outcome.ts';
import type { Output } from '../core/output.ts';
import type { CommandStep } from '../core/plan.ts';
import { tellingFault, tellingLine } from '../printed/index.ts';
import type { Death } from '../verdict/index.ts';
import type { AroundStep } from './around-step.ts';
import type { Journey } from './journey.ts';

/** What a step has started and is to go on. */
interface Started {
  readonly step: CommandStep;
  /** In seconds, as Docker counts. */
  readonly from: number;
  /** Infinity while it holds its terminal. */
  readonly to: number;
  /** The container that Docker has named; null where the names alone tell. */
  readonly id: string | null;
}

/** An event of a container, in Docker's own form. */
interface ContainerEvent {
  readonly Action: 'start' | 'die' | 'kill';
  readonly timeNano: number;
  readonly Actor: { readonly ID: string; readonly Attributes: Readonly<Record<string, string>> };
}

interface Life {
  readonly step: CommandStep;
  readonly attributes: ContainerEvent['Actor']['Attributes'];
  /** Somebody has asked it to end. */
  asked: boolean;
  /** How it ended; null while it goes on. */
  exitCode: number | null;
}

/** Where the way through the chapter has come to. */
interface Now {
  readonly folder: string;
  readonly astray: boolean;
}

/** A container of a step, and how it ended by itself. */
interface EndedAlone extends Death {
  readonly step: CommandStep;
}

/** Verbs of Compose that start what is to go on. */
const compose = ['compose up', 'compose start', 'compose restart'];

/** Ends that come of a signal, whoever sent it: 128 + SIGINT, SIGKILL, SIGTERM. */
const signalled = new Set([130, 137, 143]);

/** A server that was started within this time may still be getting ready. */
const readyMs = 20_000;
/** A server that is going to fail for want of something does so within this time, as a rule. */
const graceMs = 3000;
const askMs = 10_000;
/** Events come in their own time. */
const slackSeconds = 0.05;

/**
 * The containers that a chapter has started and that are to go on: whether one has ended by itself. The engine's own
 * events tell that, whenever they are asked for: who is stopped, killed or removed gets a signal first.
 */
export class Standing {
  readonly #engine: Engine;
  readonly #journey: Journey;
  readonly #around: AroundStep;
  readonly #started: Started[] = [];
  readonly #lives = new Map<string, Life>();
  #askedUpTo = 0;
  #startedAt = 0;
  #revised: Outcome[] = [];

  constructor(engine: Engine, journey: Journey, around: AroundStep) {
    this.#engine = engine;
    this.#journey = journey;
    this.#around = around;
  }

  /** Takes note of a step that has been typed, if it starts what is to go on. */
  note(step: CommandStep, output: Output, startedAt: number): void {
    if (output.ended !== 'running' && output.exitCode !== 0) return;
    if (effectsOf(step.text).starts.length > 0) this.#startedAt = Date.now();
    if (!isWatched(step)) return;
    const to = output.ended === 'running' ? Number.POSITIVE_INFINITY : Date.now() / 1000 + slackSeconds;
    const id = /^[0-9a-f]{64}$/m.exec(output.text)?.[0] ?? null;
    this.#started.push({ step, from: startedAt / 1000 - slackSeconds, to, id });
    if (this.#askedUpTo === 0) this.#askedUpTo = startedAt / 1000 - slackSeconds;
  }

  /** Whether what was started last may still be getting ready. */
  get isYoung(): boolean {
    return Date.now() - this.#startedAt < readyMs;
  }

  /** Time for what was started last to fail, at the end of all. */
  async settle(): Promise<void> {
    const last = this.#started.at(-1)?.to ?? 0;
    const leftMs = last * 1000 + graceMs - Date.now();
    if (last !== Number.POSITIVE_INFINITY && leftMs > 0) await new Promise((done) => setTimeout(done, leftMs));
  }

  /**
   * Judges steps anew that went well, and what they had started has ended by itself since this was last asked.
   *
   * @param outcomes of all steps so far
   * @param now the folder that the terminal is in, and whether the person at the keyboard has left the chapter's way
   * @param keep puts what a step has come to in the place of what it had come to before
   */
  async lookBack(outcomes: readonly Outcome[], now: Now, keep: (outcome: Outcome) => void): Promise<void> {
    for (const { step, ...death } of await this.#endedAlone()) {
      const before = outcomes[step.index];
      if (before?.step !== step || before.output === null || before.status !== 'passed') continue;
      const { output, match, typed } = before;
      const ended = { ...output, text: death.log, exitCode: death.exitCode, ended: 'exit' as const, messages: [] };
      const surroundings = await this.#around.of(step, ended, null, now.folder);
      const { astray } = now;
      const chapterName = (real: string) => real;
      const outcome = this.#journey.decide(step, {
        typed,
        output: ended,
        match: null,
        chapterName,
        surroundings,
        death,
        astray,
      });
      // What it asked for was not ready yet: another time it is.
      if (outcome.status === 'failed' && isTooEarly(death.log)) continue;
      const anew = { ...outcome, output, match };
      keep(anew);
      this.#journey.endAlone(step, death.service);
      this.#revised.push(anew);
    }
  }

  /** Steps that were judged anew since somebody last asked for them. */
  takeRevised(): readonly Outcome[] {
    const revised = this.#revised;
    this.#revised = [];
    return revised;
  }

  async #endedAlone(): Promise<readonly EndedAlone[]> {
    if (this.#started.length === 0) return [];
    for (const event of await this.#events()) this.#follow(event);
    const ended = [...this.#lives].filter(([, { exitCode }]) => exitCode !== null);
    for (const [id] of ended) this.#lives.delete(id);
    const found = ended.map(([id, life]) => this.#deathOf(id, life));
    return (await Promise.all(found)).flatMap((death) => death ?? []);
  }

  async #events(): Promise<readonly ContainerEvent[]> {
    const [since, until] = [this.#askedUpTo, Date.now() / 1000];
    this.#askedUpTo = until;
    const filters = ['type=container', 'event=start', 'event=die', 'event=kill'].flatMap((one) => ['--filter', one]);
    const times = ['--since', since.toFixed(6), '--until', until.toFixed(6)];
    const { exitCode, stdout } = await this.#engine.exec(
      ['docker', 'events', ...times, ...filters, '--format', '{{json .}}'],
      { timeoutMs: askMs },
    );
    if (exitCode !== 0) return [];
    return stdout.split('\n').flatMap((line) => (line.startsWith('{') ? [JSON.parse(line) as ContainerEvent] : []));
  }

  #follow({ Action, timeNano, Actor: { ID, Attributes } }: ContainerEvent): void {
    const life = this.#lives.get(ID);
    if (Action === 'start') {
      const step = this.#starterOf(ID, Attributes, timeNano / 1e9);
      if (step === null) this.#lives.delete(ID);
      else this.#lives.set(ID, { step, attributes: Attributes, asked: false, exitCode: null });
    } else if (life !== undefined) {
      if (Action === 'kill') life.asked = true;
      else life.exitCode = Number(Attributes.exitCode);
    }
  }

  #starterOf(id: string, attributes: Life['attributes'], at: number): CommandStep | null {
    const found = this.#started.findLast((one) => one.from <= at && at <= one.to && isOf(one, id, attributes));
    return found?.step ?? null;
  }

  async #deathOf(id: string, { step, attributes, asked, exitCode }: Life): Promise<EndedAlone | null> {
    if (asked || exitCode === null || exitCode === 0 || signalled.has(exitCode)) return null;
    const state = await this.#engine.exec(
      ['docker', 'inspect', '--format', '{{.State.Status}} {{.HostConfig.RestartPolicy.Name}}', id],
      { timeoutMs: askMs },
    );
    // It was removed, or Docker starts it again and again as it was told.
    if (!/^exited (?:no)?\s*$/.test(state.stdout)) return null;
    const { stdout, stderr } = await this.#engine.exec(['docker', 'logs', '--tail', '50', id], { timeoutMs: askMs });
    const log = [stdout, stderr]
      .filter((text) => text !== '')
      .join('\n')
      .trimEnd();
    const service = attributes['com.docker.compose.service'] ?? null;
    return { step, name: attributes.name ?? id.slice(0, 12), service, exitCode, log, line: tellingLine(log) };
  }
}

/** Whether a step stops or removes something: of what is gone nobody can tell any more how it ended. */
export function endsThings({ text }: CommandStep): boolean {
  const { destroys, stops } = effectsOf(text);
  return destroys.length > 0 || stops.length > 0;
}

function isTooEarly(log: string): boolean {
  return ['refused', 'unresolved', 'unreachable'].includes(tellingFault(log)?.kind ?? '');
}

function isWatched(step: CommandStep): boolean {
  const { text, failureExpected, annotation, mayEnd, into } = step;
  if (failureExpected || annotation.exit !== undefined || mayEnd === true || into !== 'shell') return false;
  const verbs = dockerVerbsIn(text);
  return startsServer(text) || verbs.some((verb) => verb === 'container start' || compose.includes(verb));
}

function isOf({ step, id }: Started, container: string, attributes: Life['attributes']): boolean {
  if (id !== null) return id === container;
  const { text } = step;
  if (attributes['com.docker.compose.project'] !== undefined)
    return dockerVerbsIn(text).some((verb) => compose.includes(verb));
  const { makes, starts } = effectsOf(text);
  return [...makes, ...starts].some(
    ({ kind, name }) =>
      kind === 'container' && name !== null && (name === attributes.name || container.startsWith(name)),
  );
}
