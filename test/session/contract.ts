import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import type { Engine, ShellCommand } from '../../runner/core/engine.ts';
import type { Output } from '../../runner/core/output.ts';
import { openSession, type Session, type SessionOptions, type StepRequest } from '../../runner/session/index.ts';
import { attended } from './contract/attended.ts';
import { endings } from './contract/endings.ts';
import { foreignOutput } from './contract/foreign-output.ts';
import { innerPrograms } from './contract/inner-programs.ts';
import { questions } from './contract/questions.ts';
import { screens } from './contract/screens.ts';
import { secretsAndSignals } from './contract/secrets-and-signals.ts';
import { servers } from './contract/servers.ts';
import { shellState } from './contract/shell-state.ts';
import { volume } from './contract/volume.ts';

/** A machine on which a session's shell can be started. */
export interface Machine {
  readonly cwd: string;
  readonly exec?: Engine['exec'];
  start(rc: string, cwd: string): Promise<ShellCommand>;
  stop(): Promise<void>;
}

/** What every case of the contract has: a fresh terminal, and how to type into it. */
export interface Bench {
  readonly machine: Machine;
  readonly session: Session;
  /** Everything that `onData` received. */
  live(): string;
  /** Types a step into the shell, with an answer to nothing and ten seconds of patience. */
  type(text: string, more?: Partial<StepRequest>): Promise<Output>;
  /** Opens a further terminal on the same machine; it is closed at the end. */
  another(more?: Partial<Pick<SessionOptions, 'secrets' | 'signal' | 'columns' | 'attended'>>): Promise<Session>;
  /** Processes on the machine whose command line holds `words`. */
  running(words: string): Promise<number>;
}

/** Types a step. */
export function typeInto(session: Session, text: string, more: Partial<StepRequest> = {}): Promise<Output> {
  return session.run({ text, into: 'shell', answers: [], timeoutMs: 10_000, ...more });
}

/** What a session must do wherever its shell runs. */
export function sessionContract(open: () => Promise<Machine>): void {
  let machine: Machine;
  let session: Session;
  let live = '';
  const opened: Session[] = [];
  const another: Bench['another'] = async (more = {}) => {
    const next = await openSession({
      start: (rc, cwd) => machine.start(rc, cwd),
      ...(machine.exec ? { exec: machine.exec } : {}),
      cwd: machine.cwd,
      secrets: ['open-sesame'],
      signal: new AbortController().signal,
      onData: (text) => {
        live += text;
      },
      ...more,
    });
    opened.push(next);
    return next;
  };
  beforeAll(async () => {
    machine = await open();
  });
  afterAll(() => machine.stop());
  beforeEach(async () => {
    live = '';
    session = await another();
  });
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((each) => each.close()));
  });
  const bench: Bench = {
    get machine() {
      return machine;
    },
    get session() {
      return session;
    },
    live: () => live,
    type: (text, more) => typeInto(session, text, more),
    another,
    running: async (words) => {
      const observer = await another();
      const { text } = await typeInto(observer, `pgrep -fc -- '${words.replace(/^./, '[$&]')}'`);
      return Number(text);
    },
  };
  for (const part of [
    attended,
    shellState,
    screens,
    innerPrograms,
    questions,
    endings,
    servers,
    foreignOutput,
    volume,
    secretsAndSignals,
  ]) {
    part(bench);
  }
}
