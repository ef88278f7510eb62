import type { Block } from '../core/chapter.ts';
import type { CommandStep, Expected, Plan } from '../core/plan.ts';
import { lineEnd, lineStart } from './line-place.ts';

/** How an author shows output, taken from the places where the chapter shows some. */
export interface OutputStyle {
  readonly form: 'block' | 'inline' | 'comment';
  /** The paragraph above a block of output (`**예상 출력:**`), or the remark above output in remarks (`# 출력:`). */
  readonly label: string | null;
  /** Between the command and its output in one block there is an empty line. */
  readonly spaced: boolean;
  /** What opens a block of output: its marks and its language. */
  readonly fence: string;
}

type Shown = CommandStep & { readonly expected: Expected };

/** The style that the chapter uses most; where it shows nothing, a block of its own under a label in its language. */
export function outputStyle(plan: Plan): OutputStyle {
  const shown = plan.steps.filter((step): step is Shown => step.type === 'command' && step.expected !== null);
  const forms = shown.flatMap(({ expected: { form } }) =>
    form === 'block' || form === 'inline' || form === 'comment' ? [form] : [],
  );
  const form = mostCommon(forms) ?? 'block';
  const alike = shown.filter(({ expected }) => expected.form === form);
  const { source, blocks } = plan.chapter;
  const labels = alike.flatMap(({ expected }) => labelAbove(expected, blocks[expected.block], source) ?? []);
  const fences = alike.flatMap(({ expected }) => blocks[expected.block] ?? []);
  return {
    form,
    label: mostCommon(labels) ?? (alike.length > 0 ? null : defaultLabel(source)),
    spaced: alike.some(({ expected, range }) => /^\r?\n[\t >]*\r?\n/.test(source.slice(range.end, startOf(expected)))),
    fence: form === 'block' ? (mostCommon(fences.map((block) => openingOf(block, source))) ?? '```text') : '',
  };
}

function startOf({ lines }: Expected): number {
  return lines[0]?.range.start ?? 0;
}

function openingOf({ range }: Block, source: string): string {
  return source.slice(range.start, lineEnd(range.start, source)).trim();
}

/** The line that announces the output: a short one that ends like an announcement. */
function labelAbove({ form, lines }: Expected, block: Block | undefined, source: string): string | null {
  const below = form === 'comment' ? (lines[0]?.range.start ?? 0) : (block?.range.start ?? 0);
  let at = lineStart(below, source);
  for (let tries = 0; tries < 3 && at > 0; tries += 1) {
    at = lineStart(at - 1, source);
    const line = source.slice(at, lineEnd(at, source)).replace(/^[\t >]*/u, '');
    if (line.trim() === '') continue;
    return /^(?:#|\/\/)?\s*[*_]{0,2}[^.!?`]{0,40}(?:출력|결과|output|result|prints|like this)[^.!?`]{0,20}$/iu.test(
      line,
    )
      ? line
      : null;
  }
  return null;
}

function mostCommon<Item>(items: readonly Item[]): Item | undefined {
  const counts = new Map<Item, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return [...counts].sort(([, left], [, right]) => right - left)[0]?.[0];
}

/** What announces output in the chapter's language. */
export function defaultLabel(source: string): string {
  return (source.match(/[가-힣]/g)?.length ?? 0) > 20 ? '출력:' : 'Output:';
}
