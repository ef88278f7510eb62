import { type IPty, spawn } from '@lydell/node-pty';
import type { ShellCommand } from '../core/engine.ts';
import { Capture, type Size } from './capture.ts';
import { Keyboard } from './keyboard.ts';
import type { LiveOutput } from './live.ts';
import { type Mark, MarkReader } from './marks.ts';
import { ReadLine } from './read-line.ts';
import { type EventOf, isOf, type TerminalEvent } from './terminal-event.ts';

/** How a program tells where its echo ends and its output begins. */
export type Style =
  /** Bash with PS0: both prompt and output are marked. */
  | 'bash'
  /** Another shell: its prompt is marked, its output follows the echo. */
  | 'marked'
  /** Anything else: only its text is known. */
  | 'text';

type EndMark = Extract<Mark, { kind: 'end' }>;
type Phase = 'start' | 'idle' | 'echo' | 'output' | 'state';
/** Node's children inherit the other terminals' masters: no chapter may type into them. */
const closeInherited = 'for fd in /dev/fd/*; do fd=${fd##*/}; [ "$fd" -gt 2 ] && eval "exec $fd>&-"; done; exec "$@"';
const mostBacklog = 1 << 20;
/** Readline's bracketed paste goes on (`h`) or off (`l`). */
const pasteMode = '\x1b[?2004';

/** A pty with a shell on it: text and marks in, keys out. It decides nothing. */
export class Terminal {
  readonly #pty: IPty;
  readonly #marks: MarkReader;
  readonly #live: LiveOutput | null;
  readonly #keyboard: Keyboard;
  #size: Size;
  #phase: Phase = 'start';
  #phaseBeforeState: Phase = 'idle';
  #drawnAgain = false;
  #events: TerminalEvent[] = [];
  #waiting: ((event: TerminalEvent) => void) | null = null;
  #timer: NodeJS.Timeout | undefined;
  #ended: TerminalEvent | null = null;
  #end: EndMark | null = null;
  readonly #echo = new ReadLine();
  #state = '';
  #paused = false;

  capture: Capture;
  /** When output came last (`performance.now()`). */
  lastDataAt = performance.now();
  /** Whether a newline came since the last line was typed: its echo is complete. */
  newlineSeen = false;
  /** Whether the shell ran anything: it does not for a comment or a syntax error. */
  outputMarked = false;
  /** Whether a program announced readline's bracketed paste last: it is at a prompt. */
  pasteMode = false;
  received = 0;
  /** Whether everything is shown live, prompts and what is typed included: somebody types here themselves. */
  showsAll = false;
  /** Process of the shell, as its own machine counts; 0 until its first prompt. */
  shellPid = 0;

  constructor(command: ShellCommand, options: { size: Size; nonce: string; env: object; live: LiveOutput | null }) {
    this.#size = options.size;
    this.#live = options.live;
    this.#marks = new MarkReader(options.nonce);
    this.capture = new Capture(this.#size);
    this.#pty = spawn('/bin/bash', ['-c', closeInherited, 'bash', command.file, ...command.args], {
      name: 'xterm-256color',
      cols: options.size.columns,
      rows: options.size.rows,
      cwd: command.cwd,
      env: { ...command.env, ...options.env },
    });
    this.#keyboard = new Keyboard((keys) => {
      if (!this.closed) this.#pty.write(keys);
    });
    this.#pty.onData((data) => this.#read(data));
    this.#pty.onExit(({ exitCode, signal }) => this.#finish(signal ? 128 + signal : exitCode));
  }

  /** Whether what comes is kept from whoever looks on. */
  set hidden(hidden: boolean) {
    if (this.#live !== null) this.#live.hidden = hidden;
  }

  /** Process on this machine that holds the terminal. */
  get pid(): number {
    return this.#pty.pid;
  }

  get closed(): boolean {
    return this.#ended?.kind === 'closed';
  }

  /** Types keys as they are. A single one (Ctrl-C) does not wait for what is still to be typed. */
  send(keys: string): void {
    if (keys.length === 1) this.#keyboard.stop();
    this.#keyboard.type(keys);
  }

  /** Types one line and Enter; what comes from then on is that line's output. */
  type(line: string, style: Style, prompt: string): void {
    this.begin(style, prompt);
    if (style !== 'bash') this.#live?.begin(line);
    this.send(`${line}\r`);
  }

  /** What comes from now on is a new output, that of `prompt` and what is typed behind it included. */
  begin(style: Style, prompt: string): void {
    this.#keyboard.stop();
    this.capture.dispose();
    this.capture = new Capture(this.#size, style === 'bash' ? '' : prompt);
    this.#phase = style === 'bash' ? 'echo' : 'output';
    this.#echo.clear();
    this.#live?.begin(style === 'bash' ? null : '');
    this.#events = [];
    this.newlineSeen = false;
    this.outputMarked = false;
    this.pasteMode = false;
    this.lastDataAt = performance.now();
  }

  /** Waits for the next event, at most for `waitMs`. */
  next(waitMs: number): Promise<TerminalEvent> {
    const event = this.#events.shift() ?? this.#ended;
    if (event) return Promise.resolve(event);
    return new Promise((resolve) => {
      this.#waiting = resolve;
      this.#timer = setTimeout(() => this.#deliver({ kind: 'pause' }), waitMs);
    });
  }

  /** Waits for an event of one kind, at most for `waitMs`; others are passed over. Resolves to null where none came. */
  async nextOf<Kind extends TerminalEvent['kind']>(kind: Kind, waitMs: number): Promise<EventOf<Kind> | null> {
    const deadline = performance.now() + waitMs;
    while (this.#ended === null && performance.now() < deadline) {
      const event = await this.next(Math.max(1, deadline - performance.now()));
      if (isOf(event, kind)) return event;
    }
    return null;
  }

  /** Ends the wait at once and every later one. */
  stop(): void {
    this.#emit({ kind: 'stopped' });
  }

  /** Whether what came in place of a mark ends with this line. */
  echoEndsWith(line: string): boolean {
    return this.#echo.endsWith(line);
  }

  /** The text that the shell prints between the marks of its state, once it has come. */
  takeState(): string {
    const state = this.#state;
    this.#state = '';
    return state.replaceAll('\r\n', '\n');
  }

  /** No mark will come that says where the output of the last line began: what came is looked through for it. */
  endEcho(): void {
    if (this.#phase !== 'echo') return;
    this.#takeEcho(true);
    this.#phase = 'idle';
  }

  resize(size: Size): void {
    this.#size = size;
    if (!this.closed) this.#pty.resize(size.columns, size.rows);
  }

  /** Hangs up, as closing the window does. */
  hangUp(): void {
    this.#live?.flush();
    this.#keyboard.stop();
    if (!this.closed) this.#pty.kill('SIGKILL');
  }

  #read(data: string): void {
    this.lastDataAt = performance.now();
    this.received += 1;
    this.#keyboard.heard(data.length);
    this.#marks.read(
      data,
      (text) => this.#onText(text),
      (mark) => this.#onMark(mark),
    );
    if (!this.#paused && this.capture.backlog > mostBacklog) void this.#relieve();
  }

  /** Output comes faster than it can be shown: the program is made to wait, as by a slow terminal. */
  async #relieve(): Promise<void> {
    this.#paused = true;
    this.#pty.pause();
    await this.capture.shown();
    this.#paused = false;
    if (!this.closed) this.#pty.resume();
  }

  #onText(text: string): void {
    this.#notePasteMode(text);
    if (this.showsAll && this.#phase !== 'state') this.#live?.write(text);
    switch (this.#phase) {
      case 'idle':
        return;
      case 'start':
        this.capture.append(text);
        return;
      case 'echo':
        this.#echo.add(text);
        this.newlineSeen ||= text.includes('\n');
        return;
      case 'state':
        this.#state += text;
        return;
      case 'output':
        this.capture.append(text);
        if (!this.showsAll) this.#live?.output(text);
        this.newlineSeen ||= text.includes('\n');
    }
  }

  #onMark(mark: Mark): void {
    switch (mark.kind) {
      case 'output':
        if (this.#phase === 'echo') this.#phase = 'output';
        this.#echo.clear();
        this.newlineSeen = true;
        this.outputMarked = true;
        return;
      case 'end':
        if (this.#unread || this.#isForged(mark)) return;
        this.#drawnAgain = this.#phase === 'idle';
        this.#end = mark;
        if (mark.program === 0) this.shellPid = mark.pid;
        if (this.#phase === 'echo') this.#takeEcho(false);
        this.#phase = 'idle';
        return;
      case 'prompt':
        if (!this.#unread && this.#end?.program === mark.program) this.#atPrompt(this.#end);
        return;
      case 'continuation':
        this.#emit({ kind: 'continuation', program: mark.program });
        return;
      case 'state-begin':
        this.#phaseBeforeState = this.#phase;
        this.#phase = 'state';
        return;
      case 'state-end':
        this.#phase = this.#phaseBeforeState;
        this.#emit({ kind: 'state' });
    }
  }

  #atPrompt({ program, status, stages, cwd }: EndMark): void {
    this.#end = null;
    this.#live?.flush();
    this.#emit({ kind: 'prompt', program, status, stages, cwd, ...(this.#drawnAgain ? { redrawn: true } : {}) });
  }

  /** Readline draws its prompt again when the window is resized: the line that was typed has not been read yet. */
  get #unread(): boolean {
    return this.#phase === 'echo' && this.#echo.unread;
  }

  /** A prompt of the terminal's shell that another program printed (`echo -e "$PS1"`). */
  #isForged({ program, pid }: EndMark): boolean {
    return program === 0 && this.shellPid !== 0 && pid !== this.shellPid;
  }

  #takeEcho(blind: boolean): void {
    this.capture.append(this.#echo.output(blind));
    if (!this.showsAll) this.#live?.write(this.#echo.output(blind));
  }

  #notePasteMode(text: string): void {
    const at = text.lastIndexOf(pasteMode);
    const sign = text.charAt(at + pasteMode.length);
    if (at !== -1 && (sign === 'h' || sign === 'l')) this.pasteMode = sign === 'h';
  }

  #finish(status: number | null): void {
    this.#live?.flush();
    this.#keyboard.stop();
    this.#emit({ kind: 'closed', status });
  }

  #emit(event: TerminalEvent): void {
    if (event.kind === 'closed' || (event.kind === 'stopped' && this.#ended === null)) this.#ended = event;
    if (this.#waiting === null) {
      if (this.#ended === null) this.#events.push(event);
    } else this.#deliver(event);
  }

  #deliver(event: TerminalEvent): void {
    clearTimeout(this.#timer);
    const resolve = this.#waiting;
    this.#waiting = null;
    resolve?.(event);
  }
}
