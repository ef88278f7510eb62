import { readFile } from 'node:fs/promises';
import type { ChapterFile } from '../config/chapter-files.ts';
import { isDumb } from '../core/dumb-terminal.ts';
import type { Engine } from '../core/engine.ts';
import { wording } from '../core/message.ts';
import type { Plan } from '../core/plan.ts';
import { recallJournal } from '../guide/journal.ts';
import { readBefore, taskAt } from '../guide/task.ts';
import { valuesOf } from '../planner/index.ts';
import { type Paint, paintFor } from '../reporter/paint.ts';
import { titleLine } from '../reporter/terminal.ts';
import { hasLinks } from '../terminal/has-links.ts';
import { Keyboard, type LearnersKeyboard } from '../terminal/keyboard.ts';
import { LineKeyboard } from '../terminal/line-keyboard.ts';
import { openingText } from '../terminal/opening-text.ts';
import { PlainScreen } from '../terminal/plain-screen.ts';
import { ChapterPage, openingPage } from '../terminal/prose.ts';
import { type LearnersScreen, type Output, Screen } from '../terminal/screen.ts';
import { Voice } from '../terminal/voice.ts';
import { thingTold } from '../verdict/index.ts';
import type { Onlooker } from './each-chapter.ts';
import { original } from './guarded.ts';
import type { Call, Io } from './verb.ts';

/** The learner's screen. They read how the chapter begins while its engine is still being prepared. */
export class Desk implements Onlooker {
  readonly paint: Paint;
  readonly screen: LearnersScreen;
  readonly voice: Voice;
  readonly #call: Call;
  readonly #readUpTo = new Map<Plan, number>();
  /** Of a chapter's file, what was shown of it already. */
  readonly #opened = new Map<string, number>();

  /** @param output what is written to instead of the terminal itself */
  constructor(call: Call, output: Output = call.io.stdout) {
    const { io } = call;
    this.#call = call;
    this.paint = paintFor(io.stdout, io.env);
    this.screen = screenOn(output, io);
    this.voice = new Voice(this.screen, this.paint, io.locale, hasLinks(io.env));
  }

  /** How much of a chapter's text stands on the screen already. */
  readUpTo(plan: Plan): number {
    return this.#readUpTo.get(plan) ?? 0;
  }

  /** The prose at the beginning is there at once; what it leads to takes longer to understand. */
  async onFound(file: ChapterFile): Promise<void> {
    const source = await readFile(file.path, 'utf8').catch(() => '');
    if (!source.startsWith('# ') || !(await isBegun(file))) return;
    const end = openingText(source);
    const { surface, screen } = this.voice;
    const lines = openingPage(source.slice(0, end)).render({ start: 0, end }, surface);
    if (lines.length === 0) return;
    screen.lines(['', ...lines, '']);
    this.#opened.set(file.path, end);
  }

  async onRead(plan: Plan, file: ChapterFile): Promise<void> {
    const { paint, screen, voice } = this;
    const start = this.#opened.get(file.path) ?? 0;
    const begins = await isBegun(file);
    const [first] = plan.steps;
    const end = (first && readBefore(first, plan, taskAt(first, plan) !== null)) ?? 0;
    const lines = begins ? pageOf(plan).render({ start, end }, voice.surface) : [];
    // The text may begin with the title itself.
    if (start === 0 && lines[0]?.includes(plan.chapter.title) !== true)
      screen.lines([titleLine(plan, paint).trimEnd()]);
    this.#readUpTo.set(plan, lines.length > 0 ? end : start);
    if (lines.length > 0) screen.lines([...(start === 0 ? [''] : []), ...lines, '']);
  }

  onStart(): void {
    this.voice.hint('guide-preparing');
  }

  /** What was made on the user's own engine is removed only when they have seen what that is. */
  async onEnd({ own }: Engine): Promise<void> {
    const { io, options } = this.#call;
    if (own === undefined || options.keep || options.yes || io.signal.aborted) return;
    const made = await own.made();
    if (made.length === 0) return;
    const { voice } = this;
    const what = made.map((thing) => wording(thingTold(thing), io.locale)).join(', ');
    voice.screen.lines(['', ...voice.lines('guide-host-made', { what })]);
    const keyboard = keyboardFor(voice.screen, io);
    keyboard.open();
    try {
      voice.hint('guide-host-keys');
      for (let press = await keyboard.next(io.signal); press !== null; press = await keyboard.next(io.signal)) {
        if (['enter', 'ctrl-c', 'ctrl-d'].includes(press.key)) break;
        if (press.key !== 'k') continue;
        own.leave();
        voice.say('guide-host-kept');
        break;
      }
    } finally {
      voice.screen.clear();
      keyboard.close();
    }
  }
}

/** Whether a chapter is gone through from its first word on. */
async function isBegun({ path, section }: ChapterFile): Promise<boolean> {
  return section === null && (await recallJournal(path)).entries.length === 0;
}

/** What can be drawn on a terminal. */
export function screenOn(output: Output, { env }: Io): LearnersScreen {
  return isDumb(env) ? new PlainScreen(output) : new Screen(output);
}

/** The keyboard that belongs to a screen. */
export function keyboardFor(screen: LearnersScreen, { stdin, stdout, lendInterrupt }: Io): LearnersKeyboard {
  if (!screen.plain) return new Keyboard(stdin, original(stdout));
  return new LineKeyboard({
    stdin,
    interrupts: lendInterrupt,
    onTyped: (line) => screen.typed(line),
    ask: (prompt) => void stdout.write(prompt),
  });
}

/** A chapter's text without the blocks whose steps are shown by themselves. */
export function pageOf(plan: Plan): ChapterPage {
  const withSteps = new Set(plan.steps.filter(({ skip }) => skip === null).map(({ block }) => block));
  return new ChapterPage(plan.chapter, withSteps, valuesOf(plan));
}
