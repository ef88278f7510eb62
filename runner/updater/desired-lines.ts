import type { Match, ResolvedLine } from '../core/match.ts';
import type { Outcome } from '../core/outcome.ts';
import type { Expected } from '../core/plan.ts';
import type { SourceLine } from '../core/source.ts';
import { alignColumns } from './align-columns.ts';
import { dropStrayBlanks, withBlankLines } from './blank-lines.ts';
import type { UpdateOptions } from './change.ts';
import type { ChapterValues } from './chapter-values.ts';
import { dropEmptyElisions, elisionMark, shortenNew } from './elisions.ts';
import { keepGloss } from './glosses.ts';
import { modernised } from './modernise.ts';
import type { PersonalValues } from './personal-values.ts';
import { rebuiltLines } from './rebuilt-lines.ts';
import { refreshLines, renewIds } from './refresh.ts';
import { pairLines } from './reused-lines.ts';
import { keepUnmade } from './unmade-things.ts';

/** What new text is seen through before it gets into a chapter. */
export interface Lens {
  readonly options: UpdateOptions;
  readonly values: ChapterValues;
  readonly personal: PersonalValues;
  /** Names of what earlier steps should have made, and did not. */
  readonly unmade: ReadonlySet<string>;
  readonly holds: Holds;
}

/** Whether a step's output agrees with lines that the chapter could show. */
export type Holds = (outcome: Outcome, lines: readonly string[]) => boolean;

/** The lines that a step's expected output is to have: the chapter's own wherever they still hold. */
export function desiredLines(outcome: Outcome, expected: Expected, match: Match, lens: Lens): readonly ResolvedLine[] {
  const { options } = lens;
  const rewritten = options.modernise ? modernised(outcome, match) : null;
  const { lines } = expected;
  const texts = lines.map(({ text }) => text);
  if (rewritten)
    return shortenNew(
      rewritten.map((line) => seen(line, null, lens)),
      elisionMark(texts),
    );
  let desired = correction(outcome, match, lens).map((line) => withoutContradiction(line, texts, match));
  if (match.verdict === 'mismatch') {
    desired = [...dropStrayBlanks(dropEmptyElisions(lines, keepUnmade(lines, desired, lens.unmade), match))];
  }
  if (options.refresh) desired = [...refreshLines(desired, match)];
  const aligned = pairLines(texts, alignColumns(lines, desired, match));
  const written = aligned.map((line) => {
    const old = (line.from === null ? null : lines[line.from - 1]) ?? null;
    const text = old?.text ?? '';
    return line.text === text ? line : seen({ ...line, text: keepGloss(text, line.text) }, old, lens);
  });
  return shortenNew(withBlankLines(written, aligned, outcome.output?.text ?? ''), elisionMark(texts));
}

/** The comparison's own correction; a gentler one where it has none and the gentler one holds. */
function correction(outcome: Outcome, match: Match, { holds }: Lens): readonly ResolvedLine[] {
  const rebuilt = rebuiltLines(match, outcome.output?.text ?? '');
  return rebuilt &&
    holds(
      outcome,
      rebuilt.map(({ text }) => text),
    )
    ? rebuilt
    : match.resolved;
}

/** A line whose only fault is an ID that an earlier step contradicts: only that ID is renewed. */
function withoutContradiction(line: ResolvedLine, texts: readonly string[], match: Match): ResolvedLine {
  const change = match.diff.find((each) => each.op === 'changed' && each.expectedLine === line.from);
  if (change?.op !== 'changed' || line.from === null) return line;
  const old = texts[line.from - 1] ?? '';
  if (line.text !== old && line.text !== change.actual) return line;
  const text = renewIds(old, line.from, match);
  return text === old ? line : { ...line, text };
}

/** New text in the chapter's terms: its values for known things, nothing of this machine. */
function seen(line: ResolvedLine, old: SourceLine | null, { options, values, personal }: Lens): ResolvedLine {
  const known = options.refresh ? line.text : values.intoChapter(line.text);
  return { ...line, text: personal.neutral(known, old) };
}
