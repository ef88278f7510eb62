import { debug } from '../core/debug.ts';
import { type Message, message, UserError } from '../core/message.ts';
import type { Output } from '../core/output.ts';
import { Attendant } from './attendant.ts';
import { handOver } from './hand-over.ts';
import { leavePrograms } from './leave.ts';
import { LiveOutput } from './live.ts';
import { newNonce } from './marks.ts';
import type { Place } from './place.ts';
import { execHere, killSession } from './processes.ts';
import { type Program, Programs } from './programs.ts';
import { withRetries } from './retry.ts';
import { Secrets } from './secrets.ts';
import { hostProgram, shellRc, stateKeys } from './shell-rc.ts';
import type { StepEnd } from './step-end.ts';
import { StepRun } from './step-run.ts';
import { Terminal } from './terminal.ts';
import type { HandOver, OpenProgram, Session, SessionOptions, StepRequest } from './types.ts';
import { markPrompts } from './typing.ts';
import { wayTo } from './way.ts';

/** Patience with bash itself on a very busy machine: it answers within milliseconds elsewhere. */
const startMs = 30_000;
const stateMs = 20_000;
/** For what stands between this machine and the shell to notice that the shell has ended. */
const endMs = 500;
/** A statement that may change what a later terminal would have to be given. */
const changesState =
  /(?:^|[;&|(){\n]\s*|\bthen\s+|\bdo\s+)(?:[A-Za-z_]\w*(?:\[[^\]]*\])?\+?=|(?:export|declare|typeset|readonly|source|\.|alias|unalias|unset|eval|read|mapfile|function|set|shopt)\s|[\w-]+\s*\(\))/;

/**
 * Opens a terminal with an interactive bash.
 *
 * @throws UserError where the shell does not come to its first prompt.
 */
export async function openSession(options: SessionOptions): Promise<Session> {
  const session = new TerminalSession(options);
  await session.start();
  return session;
}

class TerminalSession implements Session {
  readonly #options: SessionOptions;
  readonly #secrets: Secrets;
  readonly #programs = new Programs();
  readonly #nonce = newNonce();
  readonly #live: LiveOutput | null;
  readonly #attendant: Attendant | null;
  #terminal: Terminal | null = null;
  #size: { columns: number; rows: number };
  #cwd: string;
  #state = '';
  #closed = false;
  readonly #stop = () => this.#terminal?.stop();

  constructor(options: SessionOptions) {
    this.#options = options;
    this.#secrets = options.secrets instanceof Secrets ? options.secrets : new Secrets(options.secrets);
    this.#live = options.onData ? new LiveOutput(this.#secrets, (text) => options.onData?.(text)) : null;
    this.#attendant = options.attended ? new Attendant(options.attended, (keys) => this.#terminal?.send(keys)) : null;
    this.#size = { columns: options.columns ?? 120, rows: options.rows ?? 50 };
    this.#cwd = options.cwd;
    options.signal.addEventListener('abort', this.#stop, { once: true });
  }

  get cwd(): string {
    return this.#cwd;
  }

  get open(): readonly OpenProgram[] {
    return this.#programs.all.map(({ kind, name, prompt }: Program) => ({ kind, name, prompt }));
  }

  async start(): Promise<void> {
    this.#programs.reset();
    const command = await this.#options.start(shellRc(this.#nonce, this.#cwd, this.#state), this.#cwd);
    const terminal = new Terminal(command, {
      size: this.#size,
      nonce: this.#nonce,
      env: { ...this.#options.env },
      live: this.#live,
    });
    terminal.showsAll = this.#options.showsAll ?? false;
    this.#terminal = terminal;
    if (this.#options.signal.aborted) terminal.stop();
    const event = await terminal.next(startMs);
    debug('session', () => `a shell in ${this.#cwd}: ${event.kind}`);
    if (event.kind === 'prompt') return;
    await this.close();
    const said = terminal.capture.tail();
    throw new UserError(message('session-no-shell', { why: said === '' ? event.kind : said }));
  }

  async run(request: StepRequest): Promise<Output> {
    const startedAt = performance.now();
    if (this.#closed) return { ...nothing, ended: 'closed', messages: [message('session-closed')] };
    const messages: Message[] = [];
    const way = wayTo(request, this.#programs);
    debug('session', () => `${way.how} ${request.into}: ${request.text}`);
    if (way.how === 'refuse') return { ...nothing, ended: 'not-typed', messages: [message(way.code)] };
    if (way.how === 'leave') {
      const { detachFirst = false } = request;
      if (!detachFirst && !this.#programs.top.running)
        messages.push(message('session-left-program', { program: this.#programs.top.name }, {}, 'warning'));
      await this.#leave(way.keep, detachFirst);
    }
    const { exec } = this.#place;
    const surroundings = { exec, signal: this.#options.signal };
    const { end, retries, waitedMs } = await withRetries(request, surroundings, () => this.#type(request));
    if (retries > 0) {
      const args = { count: retries, seconds: Math.ceil(waitedMs / 1000) };
      messages.push(message('session-retried', args, {}, 'info'));
    }
    const { exitCode, stages, ended, omittedLines, omittedAfter } = end;
    debug('session', () => `${ended}, exit ${exitCode}, ${end.text.length} characters`);
    return {
      text: this.#secrets.mask(end.text),
      exitCode,
      ...(stages && { stages }),
      durationMs: performance.now() - startedAt,
      ended,
      retries,
      omittedLines,
      ...(omittedLines > 0 && { omittedAfter }),
      messages: [...messages, ...end.messages],
    };
  }

  press(keys: string): void {
    this.#attendant?.press(keys);
  }

  handOver({ prompted } = { prompted: false }): HandOver {
    return handOver(this.#place, {
      prompted,
      onLeave: async (cwd) => {
        if (cwd !== null) this.#cwd = cwd;
        if (this.#programs.top.id === hostProgram) await this.#askState();
      },
      onEnd: () => this.#replace(),
    });
  }

  async leave(): Promise<void> {
    if (!this.#closed) await this.#leave(1);
  }

  resize(columns: number, rows: number): void {
    this.#size = { columns, rows };
    this.#terminal?.resize(this.#size);
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    this.#options.signal.removeEventListener('abort', this.#stop);
    await this.#kill();
  }

  get #place(): Place {
    const { exec = execHere } = this.#options;
    if (this.#terminal === null) throw new Error('The session was not started.');
    return { terminal: this.#terminal, programs: this.#programs, exec, secrets: this.#secrets, nonce: this.#nonce };
  }

  async #leave(keep: number, detach = false): Promise<void> {
    if (!(await leavePrograms(this.#place, keep, detach))) await this.#replace();
  }

  async #type(request: StepRequest): Promise<StepEnd> {
    if (request.into !== 'repl') await markPrompts(this.#place);
    const end = await new StepRun(this.#place, request, this.#attendant).run();
    this.#attendant?.end();
    await this.#after(end, request.text);
    // The shell had ended by itself before this line reached it (`exec 0<&-`): a reader types it into the next one.
    return end.unread && !this.#closed ? new StepRun(this.#place, request, this.#attendant).run() : end;
  }

  async #after(end: StepEnd, text: string): Promise<void> {
    if (end.cwd !== null) this.#cwd = end.cwd;
    if (this.#options.signal.aborted) return this.close();
    if (end.lost) await this.#replace();
    else if (this.#programs.top.id === hostProgram && (changesState.test(text) || pressedKeys(end)))
      await this.#askState();
  }

  async #replace(): Promise<void> {
    await this.#kill();
    if (!this.#options.signal.aborted) await this.start();
  }

  /** Keeps the shell's variables, functions and aliases, for the case that its terminal has to be replaced. */
  async #askState(): Promise<void> {
    const { terminal } = this.#place;
    terminal.send(stateKeys);
    const answered = await terminal.nextOf('state', stateMs);
    if (answered) this.#state = terminal.takeState();
    // The prompt is drawn anew. Before it is there nothing may be typed: the line would be taken for another's.
    const drawn = answered && (await terminal.nextOf('prompt', stateMs));
    if (!drawn) await this.#replace();
  }

  async #kill(): Promise<void> {
    const { terminal, exec } = this.#place;
    if (terminal.shellPid !== 0) {
      await killSession(exec, terminal.shellPid).catch(() => {});
      // What leads to the shell ends with it. Killed instead, it would leave a child that nobody may ever reap.
      await terminal.nextOf('closed', endMs);
    }
    terminal.hangUp();
  }
}

/** A Ctrl-C too many may still be on its way: once the shell has answered, it has read all that was typed. */
function pressedKeys({ ended }: StepEnd): boolean {
  return ended === 'interrupted' || ended === 'timeout' || ended === 'question';
}

const nothing: Output = {
  text: '',
  exitCode: null,
  durationMs: 0,
  ended: 'exit',
  retries: 0,
  omittedLines: 0,
  messages: [],
};
