import { type Locale, wording } from '../core/message.ts';
import type { Outcome } from '../core/outcome.ts';
import { isCheck, type Plan, type PlannedBlock, prepares, type Step, titleOf } from '../core/plan.ts';
import type { BlockModel, BlockPiece, PageModel, Stage, StepModel, StepState } from './model.ts';
import { pageWords } from './words.ts';

/** What `chapterHtml` and the highlighter make, from outside: the command line does not carry them. */
export interface Rendering {
  chapterHtml(
    chapter: Plan['chapter'],
    options: { drawn: ReadonlySet<number>; pictureOf: (name: string) => string | null; prefix: string },
  ): string;
  highlightedHtml(code: string, lang: string | null): string;
}

export interface ModelOptions {
  readonly engine: string;
  /** Address of a picture of the chapter's repository; null where it is told by its text. */
  readonly pictureOf: (name: string) => string | null;
  readonly locale: Locale;
  /** Whoever looks at it may change the chapter. */
  readonly canWrite: boolean;
}

/** Names that the chapter gives are told apart from the page's own. */
const headingPrefix = 'chapter-';

/** A plan as a page shows it. */
export function readModel(plan: Plan, { chapterHtml, highlightedHtml }: Rendering, options: ModelOptions): PageModel {
  const { chapter, blocks, steps } = plan;
  const { canWrite, engine, pictureOf, locale } = options;
  const drawn = new Set(steps.filter((step) => !isScript(step)).map(({ block }) => block));
  const scripts = { [before]: steps.filter(prepares), [after]: steps.filter(isCheck) };
  const placeOf = (place: number) => (scripts[place]?.length === 0 ? '' : `<div data-block="${place}"></div>`);
  const html = chapterHtml(chapter, { drawn, pictureOf, prefix: headingPrefix });
  return {
    locale,
    canWrite,
    title: chapter.title || chapter.path,
    path: chapter.path,
    engine,
    html: `${headingOf(plan, highlightedHtml)}${placeOf(before)}${html}${placeOf(after)}`,
    sections: chapter.sections
      .filter(({ depth }) => depth > 0)
      .map(({ slug, depth, title }) => ({ id: `${headingPrefix}${slug}`, depth, title })),
    blocks: Object.fromEntries([
      ...blocks
        .filter(({ block }) => drawn.has(block.index))
        .map((planned) => [planned.block.index, blockModel(planned, steps, locale)]),
      ...Object.entries(scripts).map(([place, own]) => [place, scriptsModel(own)]),
    ]),
    steps: steps.map((step) => stepModel(step, plan, { highlightedHtml, locale })),
    words: pageWords(locale),
  };
}

/** A course's page may have its title from the course alone. */
function headingOf({ chapter }: Plan, highlightedHtml: Rendering['highlightedHtml']): string {
  const isThere = chapter.sections.some(({ depth }) => depth === 1);
  return isThere || chapter.title === '' ? '' : `<h1>${highlightedHtml(chapter.title, null)}</h1>`;
}

/** A course's own scripts stand in no block: those that get something ready before the text, its checks behind it. */
const [before, after] = [-1, -2];

function isScript(step: Step): boolean {
  return prepares(step) || isCheck(step);
}

function scriptsModel(steps: readonly Step[]): BlockModel {
  const pieces = steps.map(({ index }) => ({ step: index }));
  return { kind: 'run', lang: null, line: steps[0]?.line ?? 1, pieces, why: [] };
}

function blockModel(
  { block, kind, reason, evidence }: PlannedBlock,
  steps: readonly Step[],
  locale: Locale,
): BlockModel {
  const own = steps.filter((step) => step.block === block.index && !isScript(step));
  const told = evidence.flatMap((one) => (one.reason === null ? [] : [wording(one.reason, locale)]));
  return {
    kind,
    lang: block.lang,
    line: block.line,
    pieces: piecesOf(block, own),
    why: [...new Set([wording(reason, locale), ...told])],
  };
}

/** A file is one piece. Commands stand among the lines that are not typed: remarks, and what was printed. */
function piecesOf({ lines }: PlannedBlock['block'], steps: readonly Step[]): BlockPiece[] {
  const pieces: BlockPiece[] = [];
  let text: string[] = [];
  const flush = () => {
    if (text.some((line) => line.trim() !== '')) pieces.push({ text: text.join('\n').replace(/^\n+|\n+$/g, '') });
    text = [];
  };
  const placed = new Set<Step>();
  for (const line of lines) {
    const here = steps.filter((step) => isAt(step, line.range));
    const begun = here.filter((step) => !placed.has(step));
    if (here.length === 0) text.push(line.text);
    if (begun.length > 0) flush();
    for (const step of begun) {
      placed.add(step);
      pieces.push({ step: step.index });
    }
  }
  flush();
  for (const step of steps) if (!placed.has(step)) pieces.push({ step: step.index });
  return pieces;
}

function isAt(step: Step, { start, end }: { readonly start: number; readonly end: number }): boolean {
  return step.type === 'file' || (step.range.start <= end && start < step.range.end);
}

function stepModel(
  step: Step,
  { blocks }: Plan,
  { highlightedHtml, locale }: Pick<Rendering, 'highlightedHtml'> & { readonly locale: Locale },
): StepModel {
  const skip = step.skip === null ? null : wording(step.skip.reason, locale);
  const common = { index: step.index, line: step.line, type: step.type, skip };
  if (step.type === 'file') {
    const lang = /(?:^|\/)Dockerfile/i.test(step.path) ? 'dockerfile' : (blocks[step.block]?.block.lang ?? null);
    const html = highlightedHtml(step.content, lang);
    return { ...common, text: step.content, html, file: step.path, terminal: 1, prompt: '$', expectedLine: null };
  }
  const text = isScript(step) ? titleOf(step) : step.text;
  return {
    ...common,
    text,
    html: highlightedHtml(text, step.into === 'repl' || isScript(step) ? null : 'bash'),
    file: null,
    terminal: step.terminal,
    prompt: isScript(step) ? '' : step.into === 'shell' ? '$' : '>',
    expectedLine: step.expected?.line ?? null,
  };
}

/** A step that nothing has become of yet. */
export function stateBefore(index: number, stage: Stage): StepState {
  return { index, stage, told: [], output: null, ms: null, typed: null, diff: [], tolerated: [], patch: null };
}

/** What has become of a step. */
export function stateOf({ step, status, messages, output, typed, match }: Outcome, locale: Locale): StepState {
  return {
    index: step.index,
    stage: status,
    told: messages.map((told) => wording(told, locale)),
    output: output?.text ?? null,
    ms: output === null ? null : Math.round(output.durationMs),
    typed,
    diff: match?.verdict === 'mismatch' ? match.diff : [],
    tolerated: match?.tolerances.map(({ line, name }) => ({ line, name })) ?? [],
    patch: null,
  };
}
