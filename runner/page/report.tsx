import { readFileSync, statSync } from 'node:fs';
import type { Root as MarkdownRoot } from 'mdast';
import type { JSX } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { type Locale, located, wording } from '../core/message.ts';
import type { MessageCode } from '../core/messages/index.ts';
import type { Plan } from '../core/plan.ts';
import { type Recording, recordingKey } from '../core/recording.ts';
import type { ChapterReport, RunReport, StepReport } from '../core/report.ts';
import { problemsOf, saidOf, wrongBefore } from '../reporter/problems.ts';
import { isUnreached, ranOn } from '../reporter/report-of.ts';
import { chapterHtml } from './chapter-html.ts';
import { highlightedHtml } from './highlight.ts';
import type { PageModel, StepState } from './model.ts';
import { type Album, pictureFile } from './pictures.ts';
import { readModel, stateBefore } from './read-model.ts';
import { playerPart, replayPart } from './replay.tsx';
import { Block } from './view/block.tsx';

/** A chapter that was run, and where its pictures are. */
export interface ReportedChapter {
  readonly plan: Plan;
  readonly album: Album;
}

export interface ReportOptions {
  readonly locale: Locale;
  /** Style sheet of the page. */
  readonly style: string;
  /** By the path by which the report names a chapter. */
  readonly chapters: ReadonlyMap<string, ReportedChapter>;
  /** What their terminals showed, by `recordingKey`. */
  readonly recordings: ReadonlyMap<string, Recording>;
  /** The script that plays them; null where there are none. */
  readonly player: string | null;
  readonly markdownTree: (text: string) => MarkdownRoot;
}

/** Nothing is run but the player and nothing is fetched, whatever a chapter holds. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; script-src ";
/** A larger picture is told by its text: the file is to be looked at, not to be downloaded for minutes. */
const largestPicture = 1 << 20;

/** A run as one HTML file, which needs nothing else: what came out, and each chapter as it renders with its outcomes. */
export function reportHtml(run: RunReport, options: ReportOptions): string {
  const { locale, style, chapters, recordings, player, markdownTree } = options;
  const say = (code: MessageCode) => wording({ code, args: {} }, locale);
  const details = run.chapters.map((chapter, index) => {
    const reported = chapters.get(chapter.path);
    return reported === undefined
      ? ''
      : chapterPart(chapter, reported, recordings.get(recordingKey(chapter)), {
          ...{ markdownTree, locale },
          prefix: `c${index}-`,
        });
  });
  const script = player === null ? { html: '', source: "'none'" } : playerPart(player);
  const head = renderToString(
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta http-equiv="content-security-policy" content={policy + script.source} />
      <title>{say('report-page-title')}</title>
    </head>,
  );
  const summary = renderToString(
    <section class="summary">
      <h1>{say('report-page-title')}</h1>
      <p>
        tutor {run.tutor} · <time>{run.startedAt}</time> · {seconds(run.durationMs)}
      </p>
      <table>
        <thead>
          <tr>
            {(['report-chapter', 'report-engine', 'report-verdict', 'report-steps'] as const).map((code) => (
              <th key={code} scope="col">
                {say(code)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {run.chapters.map((chapter, index) => (
            <tr key={index} class={chapter.verdict}>
              <td>
                <a href={`#c${index}`}>{chapter.path}</a>
              </td>
              <td>{ranOn(chapter)}</td>
              <td>
                {say(`verdict-${chapter.verdict}`)}
                {followsOf(chapter, locale)}
              </td>
              <td>{countsOf(chapter, say)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {run.chapters.map((chapter, index) => (
        <Findings key={index} chapter={chapter} plan={chapters.get(chapter.path)?.plan} {...{ index, locale }} />
      ))}
    </section>,
  );
  return `<!doctype html>\n<html lang="${locale}">${head.replace('</head>', `<style>${style}</style></head>`)}\n<body class="report">\n<main>\n${summary}\n${details.join('\n')}\n</main>\n${script.html}\n</body>\n</html>\n`;
}

interface PartOptions extends Pick<ReportOptions, 'locale' | 'markdownTree'> {
  readonly prefix: string;
}

/** A chapter as it renders; in the place of each block with steps, what came of them. */
function chapterPart(
  chapter: ChapterReport,
  { plan, album }: ReportedChapter,
  recording: Recording | undefined,
  { prefix, locale, markdownTree }: PartOptions,
): string {
  const model = readModel(
    plan,
    { chapterHtml: (of, options) => chapterHtml(of, { ...options, prefix, markdownTree }), highlightedHtml },
    { engine: ranOn(chapter), pictureOf: (name) => dataOf(name, album), locale, canWrite: false },
  );
  const states = plan.steps.map(
    ({ index, line, type }) => stateIn(chapter, { index, line, type }, locale) ?? stateBefore(index, 'waiting'),
  );
  const text = model.html.replace(/<div data-block="(-?\d+)"><\/div>/g, (_, number: string) =>
    blockHtml(Number(number), model, states, prefix),
  );
  const title = renderToString(
    <h2>
      {chapter.path} <small>{ranOn(chapter)}</small>
    </h2>,
  );
  const replay = recording === undefined ? '' : replayPart(recording, locale);
  return `<section id="${prefix.slice(0, -1)}" class="chapter">${title}${replay}<article lang="${locale}">${text}</article></section>`;
}

function blockHtml(number: number, model: PageModel, states: readonly StepState[], prefix: string): string {
  const block = model.blocks[number];
  return block === undefined ? '' : renderToString(<Block {...{ model, block, states, prefix }} doing={null} />);
}

function stateIn(
  { steps }: ChapterReport,
  { index, line, type }: Pick<Plan['steps'][number], 'index' | 'line' | 'type'>,
  locale: Locale,
): StepState | null {
  const step = steps.find((one) => one.line === line && one.type === type);
  if (step === undefined) return null;
  return {
    ...stateBefore(index, step.status),
    told: step.messages.map((told) => wording(told, locale)),
    output: step.output,
    ms: step.durationMs,
    diff: step.compared?.diff ?? [],
  };
}

interface FindingsProps {
  readonly chapter: ChapterReport;
  readonly plan: Plan | undefined;
  readonly index: number;
  readonly locale: Locale;
}

/** What went wrong in a chapter, and what was left out, each with the way to its place. */
function Findings({ chapter, plan, index, locale }: FindingsProps): JSX.Element | null {
  const told = [...chapter.before.flatMap(({ steps }) => steps), ...chapter.steps].filter(
    (step) => step.status !== 'passed' && step.cause?.kind !== 'step' && !isUnreached(step),
  );
  const ended = problemsOf(chapter).find(({ kind }) => kind === 'interrupted');
  const notes = [...chapter.notes, ...(ended?.step.messages.slice(0, 1) ?? [])];
  if (told.length === 0 && notes.length === 0 && chapter.standIns.length === 0) return null;
  const target = (told: StepReport) => {
    const step = chapter.steps.includes(told)
      ? plan?.steps.find(({ line, type }) => line === told.line && type === told.type)
      : undefined;
    return step === undefined ? `#c${index}` : `#c${index}-step-${step.index}`;
  };
  return (
    <section class="findings">
      <h2>
        {chapter.path} <small>{ranOn(chapter)}</small>
      </h2>
      <ul>
        {told.map((step) => (
          <li key={`${step.line}`} class={step.status}>
            <a href={target(step)}>{wording({ code: `status-${step.status}`, args: {} }, locale)}</a>{' '}
            {sentences(step, locale) || `${chapter.path}:${step.line}`}
          </li>
        ))}
        {notes.map((note) => (
          <li key={wording(note, locale)}>{located(note, locale)}</li>
        ))}
        {chapter.standIns.length === 0 ? null : (
          <li>{wording({ code: 'stand-ins-used', args: { images: chapter.standIns.join(', ') } }, locale)}</li>
        )}
      </ul>
    </section>
  );
}

function sentences(step: StepReport, locale: Locale): string {
  return saidOf(step)
    .map((told) => located(told, locale))
    .join(' ');
}

function countsOf({ steps }: ChapterReport, say: (code: MessageCode) => string): string {
  return (['passed', 'failed', 'broken', 'skipped'] as const)
    .map((status) => [steps.filter((step) => step.status === status).length, status] as const)
    .filter(([count]) => count > 0)
    .map(([count, status]) => `${count} ${say(`status-${status}`)}`)
    .join(', ');
}

/** What it is wrong for, where that is not its own text. */
function followsOf(chapter: ChapterReport, locale: Locale): string {
  const before = wrongBefore(chapter);
  return before === null ? '' : ` (${wording({ code: 'chapter-follows', args: { chapter: before } }, locale)})`;
}

function dataOf(name: string, album: Album): string | null {
  const found = pictureFile(name, album);
  if (found === null || statSync(found.path).size > largestPicture) return null;
  return `data:${found.type};base64,${readFileSync(found.path).toString('base64')}`;
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
