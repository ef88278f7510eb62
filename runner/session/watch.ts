import { type Effects, effectsOf } from '../command/index.ts';
import type { Engine } from '../core/engine.ts';
import type { Told } from '../core/message.ts';
import { attaches, endlessAttached } from './attached.ts';
import { ownOutput } from './preparing.ts';
import { type Foreground, foregroundOf, surelyEnds, waitsForKeys } from './processes.ts';
import type { Program, Programs } from './programs.ts';
import {
  asksForSecret,
  looksLikeContinuation,
  looksLikePager,
  looksLikePrompt,
  looksLikeQuestion,
  mayAsk,
  surelyQuestion,
} from './prompt-text.ts';
import { isRefused } from './refused.ts';
import { Rhythm } from './rhythm.ts';
import { runsOn } from './runs-on.ts';
import { hostProgram } from './shell-rc.ts';
import type { ShownAnswers } from './shown-answers.ts';
import type { Terminal } from './terminal.ts';
import type { TerminalEvent } from './terminal-event.ts';
import type { StepRequest } from './types.ts';

/** Where a typed line has come to. */
export type Settled =
  | Exclude<TerminalEvent, { kind: 'pause' | 'state' }>
  /** A program that has no marks shows a prompt it showed before, or a new one in its place. */
  | { readonly kind: 'text-prompt'; readonly program: Program; readonly prompt: string }
  /** It wants a further line. */
  | { readonly kind: 'text-continuation'; readonly prompt: string }
  /** A program was opened and shows its first prompt. */
  | { readonly kind: 'opened'; readonly prompt: string; readonly effects: Effects }
  /** It waits for an answer. `question` is empty where it waits without a word. */
  | { readonly kind: 'asks'; readonly question: string; readonly secret: boolean }
  /** It may be a shell that showed its prompt before it was attached to: Enter makes it show another. */
  | { readonly kind: 'silent' }
  /** The shell waits for a line, without a prompt that could be seen (`PS1=`, `exec 2>/dev/null`). */
  | { readonly kind: 'unmarked' }
  /** It has shown what it shows, and does not end. */
  | { readonly kind: 'runs-on'; readonly reason: Told }
  /** It fills the screen (`less`, `vi`). */
  | { readonly kind: 'full-screen' }
  /** `again`: it tries again and again what cannot be done. */
  | { readonly kind: 'timeout'; readonly again?: true };

/** Milliseconds of silence after which a line is taken for what it looks like. */
const silence = {
  knownPrompt: 40,
  surePrompt: 80,
  expectedPrompt: 150,
  unexpectedPrompt: 700,
  question: 400,
  perhapsQuestion: 3000,
  shownQuestion: 700,
  fullScreen: 300,
  reads: 1000,
  attached: 700,
};

/** A look at the processes costs as much as a short command: a long silence is looked at less and less often. */
const longestLookMs = 15_000;
/** How often it is looked at what a script is doing while it is silent. */
const withinMs = 1000;

export interface WatchOptions {
  readonly terminal: Terminal;
  readonly programs: Programs;
  readonly exec: Engine['exec'];
  readonly request: StepRequest;
  /** The line that was typed last. */
  readonly line: string;
  readonly startedAt: number;
  readonly answers: ShownAnswers;
  /** Output so far, as it will be reported. */
  text(): Promise<string>;
}

/** Watches the terminal from a typed line until that line has come to something. */
export class Watch {
  readonly #options: WatchOptions;
  #effects: Effects | null = null;
  #probedAt = 0;
  #probe: Foreground | null = null;
  #idle = false;
  #enterPressed = false;
  #answeredAt = -1;
  #lookAgainAt = 0;
  #lookMs = 1000;
  /** Whether a program that keeps printing has come to repeat itself. */
  readonly rhythm = new Rhythm();
  #held: { readonly text: string; readonly holds: boolean } | null = null;
  #lookedWithinAt = 0;
  #within: Told | null = null;
  #attached: Told | null | undefined;
  #inNoHurry = false;
  #leftToReader = false;
  /** Since when the program itself has been running. */
  #readyAt: number;

  constructor(options: WatchOptions) {
    this.#options = options;
    this.#readyAt = options.startedAt;
  }

  get effects(): Effects {
    this.#effects ??= effectsOf(this.#options.line);
    return this.#effects;
  }

  /** Resolves when something is to be done. Never later than the step's time limit. */
  async settled(): Promise<Settled> {
    const { terminal, request, startedAt } = this.#options;
    const deadline = this.#inNoHurry ? Number.POSITIVE_INFINITY : startedAt + request.timeoutMs;
    let waitMs = 25;
    let seenDataAt = terminal.lastDataAt;
    for (;;) {
      const now = performance.now();
      const event = await terminal.next(Math.max(1, Math.min(waitMs, deadline - now)));
      if (event.kind === 'prompt' && event.redrawn) continue;
      if (event.kind !== 'pause' && event.kind !== 'state') return event;
      if (performance.now() >= deadline) return { kind: 'timeout' };
      const judged = await this.#judge();
      if (judged) return judged;
      waitMs = terminal.lastDataAt === seenDataAt ? Math.min(waitMs * 1.5, 500) : 25;
      seenDataAt = terminal.lastDataAt;
    }
  }

  async #judge(): Promise<Settled | null> {
    const { terminal } = this.#options;
    await terminal.capture.shown();
    const quietMs = performance.now() - terminal.lastDataAt;
    if (quietMs >= silence.knownPrompt) {
      if (terminal.capture.alternate) return quietMs >= silence.fullScreen ? { kind: 'full-screen' } : null;
      const { received } = terminal;
      const resting = await this.#resting(terminal.capture.tail(), quietMs);
      // A look at the processes takes its time: what came meanwhile is looked at first.
      if (terminal.received !== received) return null;
      if (resting) return resting;
    }
    if (this.#leftToReader) return null;
    if (await isRefused(this.#options)) return { kind: 'timeout', again: true };
    const reason = await runsOn(this.#options, this, quietMs);
    return reason === null ? null : { kind: 'runs-on', reason };
  }

  /** What the line is on which the cursor rests. */
  async #resting(line: string, quietMs: number): Promise<Settled | null> {
    const { terminal, programs } = this.#options;
    // An answer that was given is at work.
    if (terminal.received === this.#answeredAt) return null;
    if (line !== '' && terminal.newlineSeen) {
      const known = programs.withPrompt(line);
      if (known) return { kind: 'text-prompt', program: known, prompt: line };
      if (programs.top.continuations.has(line)) return { kind: 'text-continuation', prompt: line };
      const prompt = await this.#prompt(line, quietMs);
      if (prompt) return prompt;
      if (looksLikePager(line, this.#options.line) && quietMs >= silence.fullScreen) return { kind: 'full-screen' };
      const question = await this.#question(line, quietMs);
      if (question) return question;
    }
    if (quietMs >= silence.attached && !this.#enterPressed && attaches(this.#options.line, 'interactive')) {
      this.#enterPressed = true;
      // Without a terminal of the container's own there is no shell in it that could show its prompt.
      if (terminal.capture.empty && (await this.foreground())?.lines !== true) return { kind: 'silent' };
    }
    return quietMs >= silence.reads ? this.#reading(line) : null;
  }

  async #prompt(line: string, quietMs: number): Promise<Settled | null> {
    const { terminal, programs } = this.#options;
    const { opens } = this.effects;
    if (opens === null && programs.top.style === 'text') {
      if (quietMs < silence.expectedPrompt) return null;
      if (looksLikeContinuation(line)) return { kind: 'text-continuation', prompt: line };
      if (!looksLikePrompt(line) || !waitsForKeys(await this.foreground())) return null;
      return { kind: 'text-prompt', program: programs.top, prompt: line };
    }
    const prompt = looksLikePrompt(line);
    if (quietMs < this.#promptSilence(opens !== null, prompt) || !(prompt || terminal.pasteMode)) return null;
    // The shell announces its own prompt before it prints it, which takes its time on a busy machine.
    const foreground = await this.foreground();
    if (opens === null && quietMs < silence.unexpectedPrompt && foreground?.shell) return null;
    if (!waitsForKeys(foreground)) return null;
    // The shell's own `read`.
    if (foreground?.shell && foreground.lines) return { kind: 'asks', question: line, secret: !foreground.echo };
    return { kind: 'opened', prompt: line, effects: this.effects };
  }

  #promptSilence(opens: boolean, prompt: boolean): number {
    if (!prompt) return silence.unexpectedPrompt;
    if (this.#options.terminal.pasteMode) return opens ? silence.surePrompt : silence.expectedPrompt;
    return opens ? silence.expectedPrompt : silence.unexpectedPrompt;
  }

  async #question(line: string, quietMs: number): Promise<Settled | null> {
    const shown = this.#shown(line) && quietMs >= silence.shownQuestion;
    const surely = surelyQuestion(line) || (this.effects.asks !== null && mayAsk(line));
    if (quietMs < silence.question || !(surely || shown || looksLikeQuestion(line))) return null;
    const foreground = await this.foreground();
    const keysWanted = shown && foreground !== null && !foreground.lines && !foreground.shell;
    const waits =
      surely || keysWanted || (quietMs >= silence.perhapsQuestion && looksLikeQuestion(line)) || foreground?.reads;
    if (!waits) return null;
    const hidden = foreground?.lines && !foreground.echo;
    return { kind: 'asks', question: line, secret: hidden || asksForSecret(line) };
  }

  /** The chapter shows an answer behind a line that ends as questions do. */
  #shown(line: string): boolean {
    return /[:?>)\]]$/.test(line) && this.#options.answers.has(line);
  }

  /** The question was answered; the same line asks again only when something more was shown. */
  answered(): void {
    this.#answeredAt = this.#options.terminal.received;
  }

  /** It waits for its reader, who has no time limit. */
  waitForReader(): void {
    this.#inNoHurry = true;
    this.answered();
  }

  /** It runs on until its reader ends it. */
  leaveToReader(): void {
    this.#inNoHurry = true;
    this.#leftToReader = true;
  }

  /** Whether the output is what the chapter promises; asked once for each output. */
  holds(text: string): boolean {
    const { request } = this.#options;
    if (this.#held?.text !== text)
      this.#held = { text, holds: (request.holdsSoFar?.(text) ?? request.holds?.(text)) === true };
    return this.#held.holds;
  }

  /** What the program itself has shown, and for how long it has been running; null while its image is fetched or built. */
  ownOutput(text: string): { readonly own: string | null; readonly forMs: number } {
    const own = ownOutput(text, this.#options.line);
    if (own === null) this.#readyAt = performance.now();
    return { own, forMs: performance.now() - this.#readyAt };
  }

  /** A program that reads whole lines from the keyboard, with or without a question. */
  async #reading(line: string): Promise<Settled | null> {
    if (this.#options.programs.top.style === 'text' || performance.now() < this.#lookAgainAt) return null;
    this.#lookMs = Math.min(this.#lookMs * 2, longestLookMs);
    this.#lookAgainAt = performance.now() + this.#lookMs;
    const foreground = await this.foreground();
    // Bash's line editor waits for keys by other means than `read` does.
    if (foreground?.shell && foreground.edits && !foreground.reads && this.#options.programs.top.id === hostProgram)
      return { kind: 'unmarked' };
    const hides = foreground?.lines && !foreground.echo && /[:?]$/.test(line);
    // A program that reads key by key may be anything; the shell does so for `read -n 1`.
    const reads = foreground?.reads && (foreground.lines || foreground.shell);
    if (!foreground || !(hides || reads)) return null;
    return { kind: 'asks', question: line, secret: !foreground.echo || asksForSecret(line) };
  }

  /** A look at the processes, at most one in two seconds while nothing comes. */
  async foreground(): Promise<Foreground | null> {
    const { terminal, exec } = this.#options;
    if (terminal.shellPid === 0) return null;
    if (this.#probedAt < terminal.lastDataAt || performance.now() - this.#probedAt > 2000) {
      const before = this.#probedAt < terminal.lastDataAt ? null : this.#probe;
      this.#probe = await foregroundOf(exec, terminal.shellPid);
      this.#idle = before !== null && before.ticks === this.#probe?.ticks;
      this.#probedAt = performance.now();
    }
    return this.#probe;
  }

  /** Whether the programs in the foreground used no time between the last two looks, and wait for none that will end. */
  async idle(): Promise<boolean> {
    const foreground = await this.foreground();
    return this.#idle && !foreground?.commands.some(surelyEnds);
  }

  /** Why what a script or the like has started, or what runs in a container, never ends; null where it may. */
  async endlessWithin(quietMs: number): Promise<Told | null> {
    if (this.#attached === undefined) this.#attached = await endlessAttached(this.#options.exec, this.#options.line);
    if (this.#attached !== null) return this.#attached;
    const due = quietMs >= withinMs && performance.now() - this.#lookedWithinAt >= withinMs;
    if (due) {
      this.#lookedWithinAt = performance.now();
      const commands = (await this.foreground())?.commands ?? [];
      const endless = commands.map((command) => effectsOf(command).ends).find(({ how }) => how === 'endless');
      this.#within = endless?.reason ?? null;
    }
    return this.#within;
  }
}
