import { type Locale, wording } from '../core/message.ts';
import type { ChapterReport, ChapterVerdict, RunReport, StepReport } from '../core/report.ts';
import { own } from '../core/terminal-text.ts';
import { shorten } from '../core/width.ts';
import { renderDiff } from './diff.ts';
import { signs } from './github.ts';
import type { Paint } from './paint.ts';
import { endedIn, type FoldedProblem, leftOutOf, problemsOfRun, wrongBefore } from './problems.ts';
import { ranOn } from './report-of.ts';
import { statuses } from './summary.ts';
import { consequencesOf, locatedReasons, plain, say } from './wording.ts';

/** What hears of a run of `tutor test` while it goes on. Every callback is optional. */
export interface TestReporter {
  /** A chapter's engine is being started. */
  onChapterStart?(chapter: ChapterPlace): void;
  /** A step is about to be run. */
  onStepStart?(chapter: ChapterPlace, title: string): void;
  onStep?(chapter: ChapterPlace, step: StepReport): void;
  onChapterEnd?(report: ChapterReport): void;
  /** All is done: what was said so far may be told anew, as a chapter may have been run twice. */
  onRunEnd?(report: RunReport): void;
}

/** One chapter on one engine, by their names. */
export interface ChapterPlace {
  readonly path: string;
  readonly engine: string;
}

/** Where the log goes. */
interface Screen {
  readonly columns?: number | undefined;
  write(text: string): unknown;
}

export interface LogOptions {
  readonly screen: Screen;
  /** Whether a line can be drawn anew; else it is a log. */
  readonly redraws?: boolean;
  readonly paint: Paint;
  readonly locale: Locale;
  /** How many chapters there are to run, on all engines together. */
  readonly count: number;
}

/** How long something goes on before a log without a terminal says so, and again. */
const tellMs = 10_000;
const everyMs = 2_000;
/** How often the line of a terminal is drawn anew. */
const redrawMs = 250;

const colours: Readonly<Record<ChapterVerdict, 'green' | 'red' | 'yellow' | 'gray'>> = {
  passed: 'green',
  failed: 'red',
  broken: 'yellow',
  unchecked: 'yellow',
  'left-out': 'gray',
  empty: 'gray',
  unchanged: 'green',
  interrupted: 'yellow',
};

interface Running {
  readonly place: ChapterPlace;
  readonly step: string | null;
  readonly since: number;
  told: number;
}

/**
 * The report on a terminal: a line for each chapter when it is done, and what goes on meanwhile: as one line that is
 * redrawn, or, in a log, as a line every ten seconds. At the end what is wrong, what was left out and why, and the sum.
 */
export class TestLog implements TestReporter {
  readonly #options: LogOptions;
  readonly #running = new Map<string, Running>();
  #done = 0;
  #drawn = false;

  constructor(options: LogOptions) {
    this.#options = options;
    const isTerminal = options.redraws === true;
    // It ends with the program: a run may follow a run.
    setInterval(() => (isTerminal ? this.#redraw() : this.#log()), isTerminal ? redrawMs : everyMs).unref();
  }

  onChapterStart(place: ChapterPlace): void {
    this.#begin(place, null);
  }

  onStepStart(place: ChapterPlace, title: string): void {
    this.#begin(place, title);
  }

  #begin(place: ChapterPlace, step: string | null): void {
    const since = performance.now();
    this.#running.set(keyOf(place), { place, step, since, told: since });
  }

  onChapterEnd(report: ChapterReport): void {
    this.#running.delete(keyOf(report));
    this.#done += 1;
    this.#clear();
    this.#line(this.#chapterLine(report));
  }

  onRunEnd(run: RunReport): void {
    this.#done = 0;
    this.#running.clear();
    this.#clear();
    const { paint, locale } = this.#options;
    const problems = problemsOfRun(run).filter(({ kind }) => kind !== 'interrupted');
    if (problems.length > 0) this.#line('');
    for (const problem of problems) this.#problem(problem);
    const ended = endedIn(run);
    if (ended.length > 0)
      this.#line(`${signs.interrupted} ${say(locale, 'chapters-ended', { places: ended.join(', ') })}`);
    this.#leftOut(run);
    const standIns = [...new Set(run.chapters.flatMap((chapter) => chapter.standIns))];
    if (standIns.length > 0) this.#line(paint('dim', say(locale, 'stand-ins-used', { images: standIns.join(', ') })));
    this.#sum(run);
  }

  #chapterLine(report: ChapterReport): string {
    const { verdict, path, steps, notes, durationMs } = report;
    const { paint, locale } = this.#options;
    const own = steps.filter(({ type }) => type !== 'set-up');
    const counts = statuses.flatMap((status) => {
      const count = own.filter((step) => step.status === status).length;
      return count === 0 ? [] : [`${count} ${say(locale, `status-${status}`)}`];
    });
    const what = verdict === 'passed' || verdict === 'failed' ? [] : [say(locale, `verdict-${verdict}`)];
    if (verdict === 'unchanged') what.splice(0, 1, ...notes.map((note) => plain(wording(note, locale))));
    const wrong = wrongBefore(report);
    if (wrong !== null) what.push(say(locale, 'chapter-follows', { chapter: wrong }));
    const about = [...what, ...counts, ...(durationMs > 0 ? [`${(durationMs / 1000).toFixed(1)} s`] : [])].join(', ');
    return `${paint(colours[verdict], signs[verdict])} ${path}  ${paint('dim', `${ranOn(report)}  ${about}`)}`;
  }

  #problem(problem: FoldedProblem): void {
    const { paint, locale } = this.#options;
    const { step, engines } = problem;
    const [sign, colour] = step.status === 'failed' ? (['✗', 'red'] as const) : (['!', 'yellow'] as const);
    const on = paint('dim', ` (${engines.join(', ')})`);
    for (const [index, reason] of locatedReasons(problem, locale).entries())
      this.#line(`${index === 0 ? paint(colour, sign) : ' '} ${reason}${index === 0 ? on : ''}`);
    if (step.compared !== null) {
      for (const line of renderDiff(step.compared.diff, { paint, firstLine: step.compared.line }))
        this.#line(`    ${line}`);
    }
    const follows = consequencesOf(problem, locale);
    if (follows !== null) this.#line(paint('dim', `    ${follows}`));
  }

  /** The same on several engines is told once. */
  #leftOut({ chapters }: RunReport): void {
    const { paint, locale } = this.#options;
    const told = new Set<string>();
    for (const chapter of chapters)
      for (const { why, lines } of leftOutOf(chapter))
        told.add(`  ${chapter.path}:${lines.join(',')} ${plain(wording(why, locale))}`);
    for (const { notes, verdict } of chapters)
      if (verdict !== 'unchanged') for (const note of notes) told.add(`  ${plain(wording(note, locale))}`);
    if (told.size === 0) return;
    this.#line('');
    this.#line(paint('dim', `${say(locale, 'report-left-out')}:`));
    for (const line of told) this.#line(paint('dim', line));
  }

  #sum({ chapters, durationMs }: RunReport): void {
    if (chapters.length === 0) return;
    const { paint, locale } = this.#options;
    const verdicts = (Object.keys(colours) as ChapterVerdict[]).flatMap((verdict) => {
      const count = chapters.filter((chapter) => chapter.verdict === verdict).length;
      return count === 0 ? [] : [paint(colours[verdict], `${count} ${say(locale, `verdict-${verdict}`)}`)];
    });
    const steps = chapters.flatMap((chapter) => chapter.steps).filter(({ type }) => type !== 'set-up');
    const counts = statuses.flatMap((status) => {
      const count = steps.filter((step) => step.status === status).length;
      return count === 0 ? [] : [`${count} ${say(locale, `status-${status}`)}`];
    });
    this.#line('');
    this.#line(`${say(locale, 'report-chapters')}  ${verdicts.join(', ')}  ${paint('dim', seconds(durationMs))}`);
    if (counts.length > 0) this.#line(paint('dim', `${say(locale, 'report-steps')}  ${counts.join(', ')}`));
  }

  #goingOn({ place: { path, engine }, step, since }: Running): string {
    const { locale } = this.#options;
    const seconds = Math.round((performance.now() - since) / 1000);
    if (step === null) return say(locale, 'report-starting', { place: path, engine, seconds });
    const [line = '', ...what] = step.split(': ');
    return say(locale, 'report-running', { place: `${path}:${line}`, what: what.join(': '), seconds, engine });
  }

  #log(): void {
    for (const running of this.#running.values()) {
      if (performance.now() - running.told < tellMs) continue;
      running.told = performance.now();
      this.#line(this.#goingOn(running));
    }
  }

  /** What goes on for the longest time. */
  #redraw(): void {
    const { screen, count } = this.#options;
    const [first] = [...this.#running.values()].sort((left, right) => left.since - right.since);
    if (first === undefined) return;
    const text = shorten(`${this.#done}/${count} ${this.#goingOn(first)}`, (screen.columns ?? 80) - 1);
    screen.write(`${own('\r\u001b[K')}${text}`);
    this.#drawn = true;
  }

  #clear(): void {
    if (this.#drawn) this.#options.screen.write(own('\r\u001b[K'));
    this.#drawn = false;
  }

  #line(text: string): void {
    this.#clear();
    this.#options.screen.write(`${text}\n`);
  }
}

function keyOf({ path, engine }: ChapterPlace): string {
  return `${engine} ${path}`;
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
