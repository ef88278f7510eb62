import type { Block } from '../core/chapter.ts';
import type { Outcome } from '../core/outcome.ts';
import type { CommandStep, Plan } from '../core/plan.ts';
import type { Change, Edit } from './change.ts';
import type { Lens } from './desired-lines.ts';
import { elisionMark, shorten } from './elisions.ts';
import { lineEnd, newlineAt, prefixBefore } from './line-place.ts';
import { type OutputStyle, outputStyle } from './output-style.ts';
import { namesUnmade } from './unmade-things.ts';
import { isWorthShowing } from './worth-showing.ts';

/** More lines than this are shown by their beginning and their end. */
const mostShown = 24;
const shownAtEnds = 8;

/** Where output is to be written. */
interface Site {
  readonly step: CommandStep;
  readonly block: Block;
  readonly source: string;
  /** The command stands behind a prompt: what it prints is told from what is typed. */
  readonly isPrompted: boolean;
  readonly isLast: boolean;
}

/** Expected output for commands that show none, in the way in which the chapter shows it elsewhere. */
export function addedOutputs(plan: Plan, outcomes: readonly Outcome[], { values, personal, unmade }: Lens): Change[] {
  const style = outputStyle(plan);
  const mark = elisionMark(
    plan.steps.flatMap((step) => (step.type === 'command' ? (step.expected?.text.split('\n') ?? []) : [])),
  );
  return outcomes.flatMap(({ step, output, status }) => {
    if (step.type !== 'command' || step.expected || status !== 'passed' || !output || !isWorthShowing(step, output))
      return [];
    if (namesUnmade(step.text, unmade)) return [];
    const site = siteOf(plan, step);
    const lines = shorten(output.text.trimEnd().split('\n'), mark, mostShown, shownAtEnds);
    const texts = lines.map((line) => personal.neutral(values.intoChapter(line.trimEnd())));
    const edit = site && write(texts, site, style);
    return edit
      ? [{ kind: 'added', step: step.index, line: step.line, title: step.text, edits: [edit], result: texts }]
      : [];
  });
}

function siteOf({ chapter, steps }: Plan, step: CommandStep): Site | null {
  const block = chapter.blocks[step.block];
  if (!block || (block.form !== 'fence' && block.form !== 'highlight')) return null;
  const before = prefixBefore(step.range.start, chapter.source);
  const isLast = !steps.some(
    (other) => other.type === 'command' && other.block === step.block && other.index > step.index,
  );
  return { step, block, source: chapter.source, isPrompted: /[$#>%]\s*$/.test(before.replace(/^[\t >]*/, '')), isLast };
}

function write(texts: readonly string[], site: Site, style: OutputStyle): Edit | null {
  if (site.isPrompted) return below(texts, site, false);
  if (style.form === 'comment') return below(remarks(texts, style), site, false);
  if (!site.isLast) return null;
  return style.form === 'inline' ? below(texts, site, style.spaced) : ownBlock(texts, site, style);
}

function remarks(texts: readonly string[], { label }: OutputStyle): readonly string[] {
  return [...(label === null ? [] : [label]), ...texts.map((text) => `# ${text}`)];
}

/** Directly below the command, in its block. */
function below(texts: readonly string[], { step, source }: Site, spaced: boolean): Edit {
  const at = lineEnd(step.range.end, source);
  const lead = /^[\t >]*/u.exec(prefixBefore(step.range.start, source))?.[0] ?? '';
  const newline = newlineAt(step.range.start, source);
  const lines = [...(spaced ? [''] : []), ...texts];
  return { range: { start: at, end: at }, text: lines.map((text) => newline + (lead + text).trimEnd()).join('') };
}

/** A block of its own after the command's, under the label that the chapter uses. */
function ownBlock(texts: readonly string[], { block, source }: Site, { fence, label }: OutputStyle): Edit | null {
  if (!block.closed) return null;
  const at = lineEnd(block.range.end, source);
  const lead = prefixBefore(block.range.start, source);
  const newline = newlineAt(block.range.start, source);
  const [opening, closing] = longEnough(fence, texts);
  const lines = ['', ...(label === null ? [] : [label, '']), opening, ...texts, closing];
  return { range: { start: at, end: at }, text: lines.map((text) => newline + (lead + text).trimEnd()).join('') };
}

function longEnough(fence: string, texts: readonly string[]): readonly [string, string] {
  const [mark = '```'] = /^(?:`{3,}|~{3,})/.exec(fence) ?? [];
  const runs = texts.flatMap((text) => new RegExp(`^\\s*(\\${mark.charAt(0)}{3,})`).exec(text)?.[1] ?? []);
  const length = Math.max(mark.length, ...runs.map((run) => run.length + 1));
  const marks = mark.charAt(0).repeat(length);
  return [marks + fence.slice(mark.length), marks];
}
