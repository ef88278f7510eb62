import type { Match } from '../core/match.ts';
import { type Locale, located, type Message, type Told, wording } from '../core/message.ts';
import type { ChapterResult, Outcome, OutcomeStatus, Site } from '../core/outcome.ts';
import type { Output } from '../core/output.ts';
import { isLeftOut, type Plan, type Step, titleOf } from '../core/plan.ts';
import { brokenAt } from '../core/width.ts';
import { renderDiff } from './diff.ts';
import { forLearner } from './for-learner.ts';
import { learnersEnd } from './learners-end.ts';
import type { Paint } from './paint.ts';
import type { Reporter } from './reporter.ts';
import { count, type Finding, findingsOf, linesOf, statuses } from './summary.ts';

export interface TerminalOptions {
  readonly write: (text: string) => void;
  readonly paint: Paint;
  readonly locale: Locale;
  /** Most lines of a step's output that are shown. */
  readonly outputLines: number;
  /** Whether a guide shows the chapter's own text, each step and what it prints while it prints it. */
  readonly guided: boolean;
  /** Sentences are broken at so many columns; absent: never, as for a log. */
  readonly columns?: () => number;
  /** Whether words stand in place of signs. */
  readonly words?: boolean;
}

const marks: Readonly<
  Record<OutcomeStatus, { readonly sign: string; readonly colour: 'green' | 'red' | 'yellow' | 'gray' }>
> = {
  passed: { sign: '✓', colour: 'green' },
  failed: { sign: '✗', colour: 'red' },
  broken: { sign: '!', colour: 'yellow' },
  skipped: { sign: '–', colour: 'gray' },
};

/** Messages below which it is shown where the output is another one. */
const differs = new Set<string>(['step-mismatch', 'not-proven']);

/** What is shown of a chapter at once, while its engine starts. */
export function titleLine({ chapter: { title, path } }: Plan, paint: Paint): string {
  return `${paint('bold', title || path)}  ${paint('dim', path)}\n`;
}

/** Shows a run as a reader follows it: section, command, what it printed, whether the chapter holds. */
export class TerminalReporter implements Reporter {
  readonly #options: TerminalOptions;
  #plan: Plan | null = null;
  #section = -1;

  constructor(options: TerminalOptions) {
    this.#options = options;
  }

  onChapterStart(plan: Plan, engine: { readonly name: string; readonly dockerVersion: string }): void {
    this.#plan = plan;
    this.#section = -1;
    const { paint } = this.#options;
    this.#line(paint('dim', `Docker ${engine.dockerVersion} · ${engine.name}`));
  }

  onStepStart(step: Step): void {
    if (this.#options.guided) return;
    this.#enterSection(step.section);
    if (isLeftOut(step)) return;
    const { paint } = this.#options;
    const place = paint('dim', `${String(step.line).padStart(5)} `);
    if (step.type === 'file' || step.script !== undefined) {
      this.#line(`${place}${paint('cyan', titleOf(step, this.#options.words !== true))}`);
      return;
    }
    const prompt = step.into === 'shell' ? '$' : '>';
    const [first = '', ...rest] = step.text.split('\n');
    this.#line(`${place}${paint('dim', prompt)} ${paint('bold', first)}`);
    for (const line of rest) this.#line(`        ${paint('bold', line)}`);
  }

  onOutcome(outcome: Outcome): void {
    const { step, status, output } = outcome;
    const { paint } = this.#options;
    if (output && !this.#options.guided) this.#showOutput(output);
    const { colour } = marks[status];
    const sign = this.#sign(status);
    const time = output ? paint('dim', ` ${seconds(output.durationMs)}`) : '';
    if (isLeftOut(step)) this.#line(this.#skippedLine(step));
    else this.#line(`      ${paint(colour, sign)}${time}`);
    for (const told of outcome.messages) {
      for (const line of this.#broken(this.#told(told, status), 6))
        this.#line(`      ${paint(told.severity === 'info' ? 'dim' : colour, line)}`);
    }
    // Where the command itself failed, its output has said so; what else differs follows from that.
    if (outcome.match && !isTold(outcome.match) && outcome.messages.some(({ code }) => differs.has(code))) {
      if (this.#options.guided)
        this.#line(`        ${paint('dim', wording({ code: 'guide-legend', args: {} }, this.#options.locale))}`);
      for (const line of renderDiff(outcome.match.diff, { paint, firstLine: lineOfExpected(step) }))
        this.#line(`        ${line}`);
    }
  }

  onJudgedAnew({ status, messages }: Outcome): void {
    const { paint, locale } = this.#options;
    const { colour } = marks[status];
    for (const told of messages.filter(({ severity }) => severity === 'error'))
      this.#line(`      ${paint(colour, `${this.#sign(status)} ${located(told, locale)}`)}`);
  }

  onChapterEnd(result: ChapterResult): void {
    const { paint, locale, guided } = this.#options;
    if (guided) {
      const lines = learnersEnd(
        result,
        locale,
        (status, text) => paint(marks[status].colour, text),
        this.#options.words !== true,
      );
      this.#line('');
      for (const line of lines) for (const text of this.#hanging(line)) this.#line(text);
      return;
    }
    const commands = result.outcomes.filter(({ step }) => step.type === 'command');
    const counts = count(commands);
    this.#line('');
    const parts = statuses.map((status) =>
      paint(marks[status].colour, `${counts[status]} ${wording({ code: `status-${status}`, args: {} }, locale)}`),
    );
    this.#line(
      `${paint('bold', result.plan.chapter.id)}  ${parts.join(', ')}  ${paint('dim', seconds(result.durationMs))}`,
    );
    for (const told of summaryOf(result))
      for (const line of this.#broken(wording(told, locale), 0)) this.#line(paint('dim', line));
    for (const finding of findingsOf(result)) this.#showFinding(finding);
  }

  /** A cause, and below it in one line what follows from it. */
  #showFinding({ outcome: { status, messages }, site, consequences }: Finding): void {
    const { paint, locale } = this.#options;
    const { colour } = marks[status];
    const sign = this.#sign(status);
    const errors = messages.filter(({ severity }) => severity === 'error');
    for (const told of errors.length > 0 ? errors : messages.slice(0, 1))
      this.#line(
        `  ${paint(colour, sign)} ${located(told.line === null ? { ...told, ...placeOf(site) } : told, locale)}`,
      );
    if (consequences.length === 0) return;
    const args = { count: consequences.length, lines: linesOf(consequences, site) };
    this.#line(paint('dim', `    ${wording({ code: 'consequences', args }, locale)}`));
  }

  /** Whoever goes through a chapter knows where they are. */
  #told(told: Message, status: OutcomeStatus): string {
    const { locale, guided } = this.#options;
    if (guided && this.#plan !== null) return wording(forLearner(told, this.#plan), locale);
    return status === 'failed' || status === 'broken' ? located(told, locale) : wording(told, locale);
  }

  #sign(status: OutcomeStatus): string {
    const { words, locale } = this.#options;
    return words ? wording({ code: `status-${status}`, args: {} }, locale) : marks[status].sign;
  }

  #enterSection(index: number): void {
    if (index === this.#section) return;
    this.#section = index;
    const section = this.#plan?.chapter.sections[index];
    if (section?.title) this.#line(`\n${this.#options.paint(['bold', 'underline'], section.title)}`);
  }

  #skippedLine(step: Step): string {
    const title = titleOf(step, this.#options.words !== true);
    const what = step.type === 'command' && step.script === undefined ? `$ ${title}` : title;
    const line = this.#options.guided ? '' : String(step.line);
    return this.#options.paint('dim', `${line.padStart(5)} ${what}`);
  }

  #showOutput({ text, omittedLines }: Output): void {
    if (text === '') return;
    const lines = text.split('\n');
    const most = this.#options.outputLines;
    const head = lines.length <= most ? lines : lines.slice(0, Math.ceil(most / 2));
    const tail = lines.length <= most ? [] : lines.slice(-Math.floor(most / 2));
    for (const line of head) this.#line(`      ${line}`);
    if (tail.length > 0) {
      const hidden = omittedLines + lines.length - head.length - tail.length;
      this.#line(
        this.#options.paint(
          'dim',
          `      ${wording({ code: 'lines-hidden', args: { count: hidden } }, this.#options.locale)}`,
        ),
      );
    }
    for (const line of tail) this.#line(`      ${line}`);
  }

  #broken(text: string, indent: number): readonly string[] {
    const { columns } = this.#options;
    return columns === undefined ? [text] : brokenAt(text, columns() - indent);
  }

  /** In lines that all begin where the first one does. */
  #hanging(text: string): readonly string[] {
    const inner = text.trimStart();
    const indent = ' '.repeat(text.length - inner.length);
    return this.#broken(inner, indent.length).map((line) => indent + line);
  }

  #line(text: string): void {
    this.#options.write(`${text}\n`);
  }
}

/** What else a run was about: its files, the stand-ins it used, what was found and not typed. */
function summaryOf({ outcomes, standIns, plan }: ChapterResult): readonly Told[] {
  const files = outcomes.filter(({ step, status }) => step.type === 'file' && status === 'passed').length;
  const told: Told[] = [];
  if (files > 0) told.push({ code: 'files-written', args: { count: files } });
  if (plan.unread.length > 0) told.push({ code: 'commands-unread', args: { count: plan.unread.length } });
  if (standIns.length > 0) told.push({ code: 'stand-ins-used', args: { images: standIns.join(', ') } });
  return told;
}

function placeOf({ chapter, line }: Site): { readonly path: string; readonly line: number } {
  return { path: chapter, line };
}

function lineOfExpected(step: Step): number {
  return step.type === 'command' ? (step.expected?.line ?? step.line) : step.line;
}

function seconds(ms: number): string {
  return ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`;
}

/** One log is another builder's than the other: its sentence says what differs, and its lines all do. */
function isTold({ reason }: Match): boolean {
  return (reason?.code ?? '').startsWith('build-');
}
