import { resolve } from 'node:path';
import type { RepositoryConfig } from '../config/config-file.ts';
import type { Section } from '../core/chapter.ts';
import { isDumb } from '../core/dumb-terminal.ts';
import { UserError, wording } from '../core/message.ts';
import type { Plan, Step } from '../core/plan.ts';
import type { Range } from '../core/source.ts';
import type { InParts } from '../engine/shelf/index.ts';
import { Guide } from '../guide/guide.ts';
import { forgetJournal, recallJournal } from '../guide/journal.ts';
import type { ChapterRun } from '../pipeline/chapter-run.ts';
import { findChapters, type Tour } from '../pipeline/find-chapters.ts';
import { findSection, stepsOfSection } from '../pipeline/read-plan.ts';
import { type RecordedResult, runChapter } from '../pipeline/run-chapter.ts';
import { type ExitCode, exitCodeOfChapter, worst } from '../reporter/exit-code.ts';
import { type Paint, paintFor } from '../reporter/paint.ts';
import { showProgress } from '../reporter/progress.ts';
import { multiplex } from '../reporter/reporter.ts';
import { TerminalReporter } from '../reporter/terminal.ts';
import { Asking } from '../terminal/asking.ts';
import { recorded } from '../terminal/cast.ts';
import { Following } from '../terminal/following.ts';
import { Learner, type Way } from '../terminal/learner.ts';
import type { LearnersScreen } from '../terminal/screen.ts';
import { Desk, keyboardFor, pageOf } from './desk.ts';
import { eachChapter, type ReadyChapter } from './each-chapter.ts';
import { editText } from './edit-text.ts';
import { isGuided } from './run-options.ts';
import type { Call, Io } from './verb.ts';

/** `tutor run CHAPTER`: a learner goes through a chapter; straight through where there is no keyboard. */
export async function run(call: Call): Promise<number> {
  const { io } = call;
  const paint = paintFor(io.stdout, io.env);
  const guided = isGuided(call);
  const codes = new Map<Tour, ExitCode[]>();
  // A recording begins with the chapter, when its engine is ready.
  const desk = guided && call.options.record === undefined ? new Desk(call) : null;
  await eachChapter(
    call,
    'run',
    async (ready) => {
      const { plan, file } = ready;
      const section = file.section === null ? null : findSection(plan.chapter, file.section);
      const reported = section === null ? plan.steps : stepsOfSection(plan, section);
      const result = guided
        ? await learn(ready, { section, reported }, desk, call)
        : await goStraight(ready, reported, paint, io);
      const about = new Set(reported);
      const outcomes = result.outcomes.filter(({ step }) => about.has(step));
      const code = exitCodeOfChapter({ ...result, outcomes });
      // Whoever leaves before a step has passed has used tutor as it is meant to be used.
      codes.set(ready.tour, [...(codes.get(ready.tour) ?? []), guided && code === 2 ? 0 : code]);
    },
    desk,
  );
  return io.signal.aborted ? 130 : worst([...codes.values()].map(ofPages));
}

/** A page of a course on which nothing is to be done says nothing about the course. */
function ofPages(codes: readonly ExitCode[]): ExitCode {
  const done = codes.filter((code) => code !== 2);
  return worst(done.length > 0 ? done : codes);
}

function goStraight(
  { engine, job }: ReadyChapter,
  reported: readonly Step[],
  paint: Paint,
  io: Io,
): Promise<RecordedResult> {
  const write = (text: string) => void io.stdout.write(text);
  const terminal = new TerminalReporter({
    write,
    paint,
    locale: io.locale,
    outputLines: 40,
    guided: false,
    words: isDumb(io.env),
  });
  return runChapter(engine, {
    ...job,
    steps: (reported.at(-1)?.index ?? -1) + 1,
    snapshot: null,
    reporter: multiplex([terminal], (error) => void io.stderr.write(`${error}\n`)),
  });
}

/** What of a chapter is asked for. */
interface Part {
  /** Null: all of it. */
  readonly section: Section | null;
  readonly reported: readonly Step[];
}

/** A learner's way: asked before each step, kept after it. */
async function learn(
  { engine, job, plan, file, config, parts }: ReadyChapter,
  { section, reported }: Part,
  shown: Desk | null,
  call: Call,
): Promise<RecordedResult> {
  const { io, options } = call;
  const { stdout, locale, signal } = io;
  const cast =
    options.record === undefined ? null : recorded(stdout, resolve(io.cwd, options.record), plan.chapter.title);
  const desk = shown ?? new Desk(call, cast?.output);
  const { paint, screen, voice } = desk;
  const keyboard = keyboardFor(screen, io);
  const write = (text: string) => screen.lines([text.replace(/\n$/, '').replaceAll('\n', '\r\n')]);
  const reporter = new TerminalReporter({
    write,
    paint,
    locale,
    outputLines: 40,
    guided: true,
    columns: () => screen.columns,
    words: screen.plain,
  });
  const page = pageOf(plan);
  const journal = await recallJournal(file.path);
  const tell = (code: 'guide-left' | 'guide-next-chapter', args: Record<string, string | number>) =>
    screen.lines(['', paint('bold', wording({ code, args }, locale))]);
  const following = new Following(voice);
  let way = 'left' as Way;
  const drive = async (run: ChapterRun) => {
    const guide = new Guide({ run, plan, chapterPath: file.path, journal });
    const learner = new Learner({
      guide,
      hands: run,
      page,
      reported,
      range: rangeOf(plan, section),
      readUpTo: desk.readUpTo(plan),
      reporter,
      voice,
      asking: new Asking({ voice, keyboard, signal }),
      keyboard,
      edit: (text, name) => editText(text, io, name),
      signal,
      byHand: options.byHand,
      following,
      ready: (step) => (parts === null ? Promise.resolve() : imagesReady(parts, step, screen, io)),
    });
    const onResize = () => run.terminals.resize(screen.columns, screen.rows);
    stdout.on('resize', onResize);
    keyboard.open();
    const { standIns } = run.result();
    const { kind } = engine.spec;
    if (kind !== 'host' || !options.keep) voice.say(`guide-on-${kind}`);
    if (standIns.length > 0) voice.say('guide-stand-ins', { images: standIns.join(', ') });
    try {
      way = await learner.go();
    } finally {
      keyboard.close();
      stdout.off('resize', onResize);
    }
  };
  const result = await runChapter(engine, {
    ...job,
    columns: screen.columns,
    rows: screen.rows,
    attended: following,
    onData: (text) => following.onData(text),
    snapshot: null,
    reporter: multiplex([reporter], (error) => void io.stderr.write(`${error}\n`)),
    drive,
  }).catch((error: unknown) => {
    cast?.end();
    throw error;
  });
  const at = result.outcomes.length;
  if (way === 'left' && at > 0) tell('guide-left', { at, count: plan.steps.length, chapter: file.id });
  if (way === 'end' && section === null) {
    await forgetJournal(file.path);
    const next = await nextChapter(file.path, config, io);
    if (next !== null) tell('guide-next-chapter', { chapter: next });
  }
  cast?.end();
  return result;
}

/** Waits for the images of a step's section. One that cannot be made breaks the steps that need it, and not the way. */
async function imagesReady(parts: InParts, { section }: Step, screen: LearnersScreen, io: Io): Promise<void> {
  screen.clear();
  const shown = showProgress(io.stdout, { locale: io.locale, redraws: !screen.plain });
  try {
    await parts.ready(section, shown.progress);
  } catch (error) {
    if (!(error instanceof UserError) || io.signal.aborted) throw error;
    shown.end();
    screen.lines([wording(error.details, io.locale)]);
  } finally {
    shown.end();
  }
}

/** Of the text, what stands in the section that the learner wants; all of it where they want no certain one. */
function rangeOf({ chapter }: Plan, root: Section | null): Range {
  const { sections, source, prose } = chapter;
  if (root === null) return { start: 0, end: source.length };
  const startOf = (index: number) =>
    prose.find((piece) => piece.kind === 'heading' && piece.section === index)?.range.start ?? 0;
  const next = sections.find(({ index, depth }) => index > root.index && depth <= root.depth);
  return { start: startOf(root.index), end: next === undefined ? source.length : startOf(next.index) };
}

async function nextChapter(path: string, config: RepositoryConfig, { cwd }: Io): Promise<string | null> {
  const all = await findChapters([], config, cwd).catch(() => []);
  const at = all.findIndex((chapter) => chapter.path === path);
  return at === -1 ? null : (all[at + 1]?.id ?? null);
}
