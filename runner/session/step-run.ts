import { type Message, message, type Told } from '../core/message.ts';
import type { Ended } from '../core/output.ts';
import type { Attendant } from './attendant.ts';
import type { KeptLines } from './bounded-lines.ts';
import { hasNextPage, leaveFullScreen } from './full-screen.ts';
import type { Doing } from './interrupt.ts';
import { detachKeys, keys, keysOf } from './keys.ts';
import { endForeground } from './leave.ts';
import { endless, kindOf, leftBehind, ownerOfPrompt, renewHostMarks, waitedEnough } from './opening.ts';
import type { Place } from './place.ts';
import { hostProgram } from './shell-rc.ts';
import { ShownAnswers } from './shown-answers.ts';
import { joinShown, keepsNotices, type ShownText, upToInterrupt, withoutKeyAtEnd } from './shown-text.ts';
import type { StepEnd } from './step-end.ts';
import { linesFor } from './tabs.ts';
import { cwdOf } from './terminal-event.ts';
import type { StepRequest } from './types.ts';
import { markPrompts, TypedLine } from './typing.ts';
import { type Settled, Watch } from './watch.ts';

const mostPages = 100;
const endedByReader = message('session-interrupted-by-reader', {}, {}, 'info');
/** Types one step into the innermost program and follows it to its end. */
export class StepRun {
  readonly #place: Place;
  readonly #attendant: Attendant | null;
  readonly #request: StepRequest;
  readonly #startedAt = performance.now();
  readonly #parts: KeptLines[] = [];
  readonly #messages: Message[] = [];
  readonly #lines: string[];
  readonly #answers: string[];
  readonly #shownAnswers: ShownAnswers;
  /** Keys that the step presses, where it is no line. */
  readonly #pressed: string | null;
  readonly #keepsNotices: boolean;
  /** What a program had shown when it was left to its reader to end it; null where it was not. */
  #leftToReader: string | null = null;
  /** How often it was tried to leave a program that fills the screen. */
  #leaves = 0;
  /** How many pages of a pager were turned. */
  #turned = 0;
  /** What a pager had shown when its page was turned. */
  #lookedAt: string | null = null;
  #typed: TypedLine;
  #watch: Watch;

  /** @param attendant who answers what the chapter does not; null: nobody is there */
  constructor(place: Place, request: StepRequest, attendant: Attendant | null) {
    this.#attendant = attendant;
    attendant?.begin();
    this.#place = place;
    this.#request = request;
    const pressed = keysOf(request.text);
    this.#pressed = pressed;
    this.#lines = pressed === null ? linesFor(request.text, place.programs.top) : [];
    this.#answers = [...request.answers];
    this.#keepsNotices = keepsNotices(request.text, request.shown);
    this.#shownAnswers = new ShownAnswers(request.shown ?? '');
    this.#typed = pressed === null ? this.#typeNext() : new TypedLine(place, request.text, pressed);
    this.#watch = this.#newWatch();
  }

  async run(): Promise<StepEnd> {
    for (;;) {
      const end = await this.#handle(await this.#watch.settled());
      if (end) return end;
    }
  }

  async #handle(settled: Settled): Promise<StepEnd | null> {
    switch (settled.kind) {
      case 'prompt':
      case 'text-prompt':
        return this.#atPrompt(settled);
      case 'continuation':
      case 'text-continuation':
        return this.#continue(settled);
      case 'opened':
        return this.#opened(settled);
      case 'asks':
        return this.#asked(settled);
      case 'full-screen':
        if (this.#readerAnswers()) return null;
        if (await this.#turnPage()) return null;
        if (await leaveFullScreen(this.#place.terminal, this.#request.text, this.#leaves++)) return null;
        return this.#interrupt('interrupted');
      case 'silent':
        this.#place.terminal.send('\r');
        return null;
      case 'unmarked':
        return this.#unmarked();
      case 'runs-on':
        return this.#runsOn(settled.reason);
      case 'timeout':
        this.#messages.push(waitedEnough(settled.again === true, this.#request.timeoutMs));
        return this.#interrupt('timeout');
      case 'closed':
        return this.#closed(settled.status);
      case 'stopped':
        this.#messages.push(message('session-stopped', {}, {}, 'info'));
        this.#place.terminal.send(keys.interrupt);
        await this.#keepPart(null);
        return this.#end('interrupted', null, { lost: true });
    }
  }

  async #runsOn(reason: Told): Promise<StepEnd | null> {
    const readsInput = reason.code === 'ends-waits-for-input';
    if (readsInput && this.#readerAnswers()) return null;
    if (this.#request.leaveRunning === true && this.#lines.length === 0) return this.#leaveRunning(reason);
    if (this.#attendant?.ends()) {
      this.#leftToReader = await this.#text();
      this.#watch.leaveToReader();
      return null;
    }
    this.#messages.push(endless(this.#request.text, reason));
    return this.#interrupt('interrupted', readsInput ? 'readsInput' : 'running');
  }

  /** Whether somebody is there to answer, in their own time. */
  #readerAnswers(): boolean {
    if (!this.#attendant?.answers()) return false;
    this.#watch.waitForReader();
    return true;
  }

  async #leaveRunning(reason: Told): Promise<StepEnd> {
    this.#messages.push(message('session-goes-on', { reason }, {}, 'info'));
    await this.#keepPart(null);
    this.#place.programs.pushRunning(this.#typed.line);
    return this.#end('running', null);
  }

  /** Looks on in a pager while what the chapter shows has not come. */
  async #turnPage(): Promise<boolean> {
    const { holds, text } = this.#request;
    const shown = await this.#text();
    if (!holds || holds(shown) || shown === this.#lookedAt || !hasNextPage(this.#place.terminal, text)) return false;
    if (++this.#turned > mostPages) return false;
    this.#lookedAt = shown;
    this.#typed.turnPage();
    return true;
  }

  async #atPrompt(at: Extract<Settled, { kind: 'prompt' | 'text-prompt' }>): Promise<StepEnd | null> {
    const { programs } = this.#place;
    const id = at.kind === 'prompt' ? at.program : at.program.id;
    const reopened = programs.reopen(id);
    await this.#keepPart(at.kind === 'text-prompt' ? at.prompt : null);
    if (reopened !== null && this.#lines.length === 0) return this.#end('opened', null);
    const left = programs.backTo(id);
    if (at.kind === 'text-prompt') programs.learn(at.prompt);
    if (this.#lines.length > 0) return this.#goOn();
    const shown = this.#parts.at(-1) ?? { lines: [], omitted: 0, omittedAfter: 0 };
    const own = at.kind === 'prompt' && left.length === 0 && this.#pressed === null;
    const status = own ? this.#typed.statusOf(at.status, shown) : null;
    const detached = left.length > 0 && this.#pressed === detachKeys;
    if (this.#attendant?.interrupted) {
      const end = this.#end('interrupted', null, { cwd: cwdOf(at) });
      if (this.#leftToReader === null) return { ...end, messages: [...end.messages, endedByReader] };
      return { ...end, text: upToInterrupt(this.#leftToReader, end.text, this.#request.holds) };
    }
    const stages = own && at.stages !== undefined ? { stages: at.stages } : {};
    return { ...this.#end(detached ? 'detached' : 'exit', status, { cwd: cwdOf(at) }), ...stages };
  }

  async #continue(settled: Extract<Settled, { kind: 'continuation' | 'text-continuation' }>): Promise<StepEnd | null> {
    const text = settled.kind === 'text-continuation';
    // Python ends a compound statement with an empty line.
    if (text && this.#lines.length === 0 && this.#typed.line !== '') this.#lines.push('');
    if (this.#lines.length > 0) {
      if (text) this.#learnContinuation(settled.prompt);
      return this.#goOn();
    }
    this.#messages.push(message('session-incomplete'));
    return this.#interrupt('question');
  }

  async #opened({ prompt, effects }: Extract<Settled, { kind: 'opened' }>): Promise<StepEnd | null> {
    const { programs } = this.#place;
    await this.#keepPart(prompt);
    const owner = await ownerOfPrompt(this.#place, this.#request.text, prompt);
    if (owner.whose === 'inner') return this.#end('exit', null);
    if (owner.whose === 'host') return this.#end('exit', owner.status, { cwd: owner.cwd });
    const kind = kindOf(effects, this.#typed.line, prompt, programs.top);
    programs.push(kind, this.#typed.line, effects.opens?.shellLike ?? null, prompt);
    if (this.#lines.length === 0) return this.#end('opened', null);
    await markPrompts(this.#place);
    return this.#goOn();
  }

  /** What is still to be typed can be typed blindly; then the shell's prompt is brought back, or the shell given up. */
  async #unmarked(): Promise<StepEnd | null> {
    this.#place.terminal.endEcho();
    await this.#keepPart(null);
    if (this.#lines.length > 0) return this.#goOn();
    const renewed = await renewHostMarks(this.#place.terminal);
    if (renewed !== null && renewed !== 'silent') return this.#end('exit', renewed.status, { cwd: renewed.cwd });
    this.#messages.push(message('session-prompt-lost', {}, {}, 'warning'));
    return this.#end('exit', null, { lost: true });
  }

  async #asked({ question, secret }: Extract<Settled, { kind: 'asks' }>): Promise<StepEnd | null> {
    const { terminal, secrets } = this.#place;
    const answer = this.#shownAnswers.take(question) ?? this.#answers[0];
    if (answer === this.#answers[0]) this.#answers.shift();
    if (answer === undefined) {
      if (this.#readerAnswers()) return null;
      const asked = secrets.mask(question);
      this.#messages.push(
        question === '' ? message('session-waits-for-input') : message('session-question', { question: asked }),
      );
      return this.#interrupt('question', secret ? 'asksForSecret' : 'readsInput');
    }
    if (secret) secrets.add(answer);
    this.#watch.answered();
    terminal.send(keysOf(answer) ?? `${answer}\r`);
    return null;
  }

  async #interrupt(ended: 'interrupted' | 'timeout' | 'question', at: Doing = 'running'): Promise<StepEnd> {
    const before = await this.#text();
    const more = async () => (await this.#text()).slice(before.length);
    const { presses, killed, back } = await endForeground(this.#place, this.#request.text, at, more);
    await this.#keepPart(null);
    const after = this.#shown();
    this.#messages.push(...leftBehind(this.#request.text, after.text, killed));
    const holds = ended !== 'timeout' && presses <= 1 ? this.#request.holds : undefined;
    const shown = { ...after, text: upToInterrupt(before, after.text, holds) };
    if (back?.kind === 'prompt') this.#place.programs.backTo(back.program);
    const lost = back === null || back.kind === 'closed';
    if (lost) this.#messages.push(message('session-terminal-replaced', {}, {}, 'warning'));
    return { ...this.#end(ended, null, { lost, cwd: back?.kind === 'prompt' ? cwdOf(back) : null }), ...shown };
  }

  async #closed(status: number | null): Promise<StepEnd> {
    await this.#keepPart(null);
    this.#messages.push(message('session-shell-ended', { status: status ?? '?' }, {}, 'warning'));
    const { terminal, programs } = this.#place;
    const unread =
      programs.top.id === hostProgram && !terminal.outputMarked && this.#pressed === null && this.#parts.length === 1;
    return this.#end('closed', status, { lost: true, unread });
  }

  #typeNext(): TypedLine {
    return new TypedLine(this.#place, this.#lines.shift() ?? '');
  }

  #goOn(): null {
    this.#typed = this.#typeNext();
    this.#watch = this.#newWatch();
    return null;
  }

  #newWatch(): Watch {
    const { terminal, programs, exec } = this.#place;
    return new Watch({
      terminal,
      programs,
      exec,
      request: this.#request,
      line: this.#request.text,
      startedAt: this.#startedAt,
      answers: this.#shownAnswers,
      text: () => this.#text(),
    });
  }

  #learnContinuation(prompt: string): void {
    const { terminal, programs } = this.#place;
    programs.top.prompt = prompt;
    programs.top.continuations.add(prompt);
    // Some line editors indent the next line by themselves; the chapter's own indentation counts.
    if (terminal.capture.column > prompt.length + 1) terminal.send(keys.killLine);
  }

  async #text(): Promise<string> {
    const now = await this.#typed.shown(null);
    return joinShown([...this.#parts, now], this.#keepsNotices).text;
  }

  async #keepPart(prompt: string | null): Promise<void> {
    this.#parts.push(await this.#typed.shown(prompt));
  }

  #shown(): ShownText {
    const shown = joinShown(this.#parts, this.#keepsNotices);
    return this.#attendant?.interrupted ? { ...shown, text: withoutKeyAtEnd(shown.text) } : shown;
  }

  #end(
    ended: Ended,
    exitCode: number | null,
    { cwd = null, lost = false, unread = false }: Partial<Pick<StepEnd, 'cwd' | 'lost' | 'unread'>> = {},
  ): StepEnd {
    const { text, omittedLines, omittedAfter } = this.#shown();
    return { text, omittedLines, omittedAfter, ended, exitCode, messages: this.#messages, cwd, lost, unread };
  }
}
