import { basename } from 'node:path';
import type { MessageCode } from '../core/messages/index.ts';
import type { Outcome } from '../core/outcome.ts';
import type { Output } from '../core/output.ts';
import { isCheck, isLeftOut, prepares, type Step } from '../core/plan.ts';
import type { Guide } from '../guide/guide.ts';
import { foldEnd, readBefore, type Task, taskAt } from '../guide/task.ts';
import type { TerminalReporter } from '../reporter/terminal.ts';
import type { HandOver } from '../session/index.ts';
import type { Asking } from './asking.ts';
import { Beside } from './beside.ts';
import { getThere, resume } from './catching-up.ts';
import { Doing } from './doing.ts';
import type { Following } from './following.ts';
import type { LearnersKeyboard } from './keyboard.ts';
import type { ChapterPage } from './prose.ts';
import { Trying } from './trying.ts';
import { Typing } from './typing.ts';
import type { Voice } from './voice.ts';
import { harmless } from './wrap.ts';

/** What the learner's window needs of a run, besides the way itself. */
export interface Hands {
  readonly terminals: {
    press(keys: string): void;
    handOver(): Promise<HandOver>;
  };
  /** Types a command that may be the next step, `same` where it is the step's own; it counts where it is accepted. */
  attempt(text: string, same: boolean): Promise<Outcome>;
  /** Types a command that is no step. */
  typeHidden(text: string): Promise<Output>;
}

export interface LearnerOptions {
  readonly guide: Guide;
  readonly hands: Hands;
  readonly page: ChapterPage;
  /** Steps at which the learner is asked; those before them are run to get there. */
  readonly reported: readonly Step[];
  /** Where in the chapter the text begins and ends that is shown. */
  readonly range: { readonly start: number; readonly end: number };
  /** How much of the text they have read already. */
  readonly readUpTo: number;
  readonly reporter: TerminalReporter;
  readonly voice: Voice;
  readonly asking: Asking;
  readonly keyboard: LearnersKeyboard;
  /** Opens a text in the learner's editor; null where that failed, which has been told. */
  readonly edit: (text: string, name: string) => Promise<string | null>;
  readonly signal: AbortSignal;
  /** Types it themselves from the start. */
  readonly byHand: boolean;
  readonly following: Following;
  /** Resolves when what a step needs of images is ready, which is told meanwhile. */
  readonly ready: (step: Step) => Promise<void>;
}

/** How the learner's way ended. */
export type Way = 'end' | 'left';

const keysAtStep = ['enter', 'n', 'e', 'b', 'r', 'x', 'w', 'm', '!', '?', 'q'];
const keysAfterStep = ['enter', 'r', 'x', 'w', 'b', '!', '?', 'q'];

/** Goes through a chapter with a learner: its text, a key, the step, its outcome. */
export class Learner {
  readonly #options: LearnerOptions;
  readonly #doing: Doing;
  readonly #beside: Beside;
  readonly #trying: Trying;
  readonly #typing: Typing;
  /** Steps of tasks whose solution the learner has asked for. */
  readonly #shown = new Set<Step>();
  #readUpTo: number;
  #byHand: boolean;

  constructor(options: LearnerOptions) {
    this.#options = options;
    this.#doing = new Doing(options);
    this.#beside = new Beside(options, this.#doing);
    this.#trying = new Trying(options, this.#doing, this.#beside);
    this.#typing = new Typing(options, this.#doing, this.#beside);
    this.#readUpTo = Math.max(options.range.start, options.readUpTo);
    this.#byHand = options.byHand;
  }

  async go(): Promise<Way> {
    const { guide, range, reported, signal, ready } = this.#options;
    const resumed = await resume(this.#options);
    if (resumed === 'left') return 'left';
    this.#readUpTo = Math.max(this.#readUpTo, resumed);
    await getThere(this.#options);
    const last = reported.at(-1)?.index ?? -1;
    for (let step = guide.step; step !== null && step.index <= last; step = guide.step) {
      signal.throwIfAborted();
      await ready(step);
      const task = this.#shown.has(step) ? null : taskAt(step, guide.plan);
      this.#tellUpTo(step, task !== null && step !== task.check);
      if (task !== null) {
        const tried = await this.#trying.go(task, step);
        if (tried === 'left') return 'left';
        if (tried === 'done') this.#skipFold(task);
        else for (const one of [...task.solution, task.check]) this.#shown.add(one);
      } else if (isLeftOut(step) || guide.isWritten(step) || prepares(step)) {
        if (prepares(step)) this.#doing.show(step, 'card');
        await this.#doing.run(() => guide.run());
      } else if (!(await this.#at(step))) return 'left';
    }
    this.#tell(range.end);
    return 'end';
  }

  /** A step that is ready. Resolves to false where the learner leaves. */
  async #at(step: Step): Promise<boolean> {
    const { guide, asking } = this.#options;
    this.#beside.begin();
    this.#typing.begin();
    guide.wait();
    const byHand = this.#byHand && step.type === 'command' && step.script === undefined;
    this.#doing.show(step, byHand ? 'where' : 'whole');
    const lacks = this.#beside.tellLack(step);
    if (byHand && !lacks && (await this.#typeByHand(step))) return this.#judged();
    for (;;) {
      const { key, typed } = await asking.wish(this.#keysAt(step), byHand ? [...keysAtStep, 'h', 'a'] : keysAtStep);
      if (typed !== '') {
        if (await this.#typeByHand(step, typed)) return this.#judged();
        continue;
      }
      switch (key) {
        case 'enter':
          if (byHand) this.#doing.show(step, 'card');
          await this.#do(() => guide.run());
          return this.#judged();
        case 'n':
          await this.#do(() => guide.leaveOut());
          return true;
        case 'm':
          this.#byHand = true;
          if (await this.#typeByHand(step)) return this.#judged();
          break;
        case 'e': {
          const text = await this.#edit(step);
          if (text === null) break;
          await this.#do(() => guide.run(text));
          return this.#judged();
        }
        case 'r':
          if (await this.#beside.again()) this.#doing.show(step, byHand ? 'where' : 'whole');
          this.#beside.tellLack(step);
          break;
        case 'q':
          return false;
        default:
          await this.#beside.look(key ?? '', step);
          if (key !== '?' && !byHand) this.#doing.show(step, 'card');
          this.#beside.tellLack(step);
      }
    }
  }

  /** Does the step that is ready, where it belongs. */
  async #do(act: () => Promise<Outcome | null>): Promise<void> {
    await this.#beside.leadBack(this.#typing.folder);
    await this.#doing.run(act);
  }

  /** After a step that did not go as the chapter says, the learner looks before they go on. */
  async #judged(): Promise<boolean> {
    const { guide, asking, voice } = this.#options;
    if (guide.last?.cause?.evidence.some(({ code }) => code === 'nobody-makes')) voice.say('guide-bring-how');
    for (;;) {
      const { last } = guide;
      if (last === null || !asksForALook(last)) return true;
      const { key, typed } = await asking.wish('guide-judged', keysAfterStep);
      if (key === 'enter') return true;
      if (key === 'q') return false;
      if (key === 'r') await this.#beside.again();
      else if (typed !== '') await this.#beside.aside((await asking.line('$ ', typed)) ?? '');
      else if (guide.last) await this.#beside.look(key ?? '', guide.last.step);
    }
  }

  /** The learner types the step themselves, or something beside it. Resolves to true when the step is done. */
  async #typeByHand(step: Step, begun = ''): Promise<boolean> {
    if (step.type === 'command' && step.script === undefined) return this.#typing.go(step, begun, !this.#byHand);
    const typed = await this.#options.asking.line('$ ', begun);
    await this.#beside.aside(typed ?? '');
    return false;
  }

  async #edit(step: Step): Promise<string | null> {
    const { keyboard, edit, voice } = this.#options;
    if (step.type === 'command' ? step.script !== undefined : step.action === 'patch') {
      voice.say('guide-key-not-here');
      return null;
    }
    const [before, name] = step.type === 'command' ? [step.text, 'command.sh'] : [step.content, basename(step.path)];
    const text = await keyboard.lent(() => edit(before, name));
    if (text === null || text.trim() === '') return null;
    if (step.type === 'command') voice.screen.lines([`$ ${harmless(text)}`]);
    return text;
  }

  #keysAt(step: Step): MessageCode {
    if (isCheck(step)) return 'guide-ready-check';
    if (this.#byHand && step.type === 'command') return 'guide-by-hand-keys';
    return step.type === 'file' ? 'guide-ready-file' : 'guide-ready';
  }

  /** @param folded the text in which the solution stands is not shown yet */
  #tellUpTo(step: Step, folded = false): void {
    const end = readBefore(step, this.#options.guide.plan, folded);
    if (end === null) return;
    this.#tell(end);
    this.#readUpTo = Math.max(this.#readUpTo, end);
  }

  /** Nobody needs the solution of what they have done. */
  #skipFold({ solution }: Task): void {
    const { blocks, source } = this.#options.guide.plan.chapter;
    const last = blocks[solution.at(-1)?.block ?? -1];
    if (last !== undefined) this.#readUpTo = Math.max(this.#readUpTo, foldEnd(source, last.range.end));
  }

  #tell(end: number): void {
    const { page, voice } = this.#options;
    const { screen, surface } = voice;
    const lines = page.render({ start: this.#readUpTo, end }, surface);
    this.#readUpTo = Math.max(this.#readUpTo, end);
    if (lines.length === 0) return;
    screen.gap();
    screen.lines([...lines, '']);
  }
}

/** Ways in which the learner themselves chose what came out. */
const chosen = new Set(['edited-by-reader', 'session-interrupted-by-reader', 'session-stopped']);

/** Whether something came out that the learner may want to look at, or to do something about. */
function asksForALook({ step, status, output, cause }: Outcome): boolean {
  if (isCheck(step)) return status !== 'passed';
  if (status !== 'skipped') return status !== 'passed';
  return output !== null && cause?.kind === 'reader' && !cause.evidence.some(({ code }) => chosen.has(code));
}
