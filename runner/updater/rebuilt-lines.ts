import type { DiffLine, Match, ResolvedLine } from '../core/match.ts';

/**
 * The chapter's lines that hold and the new ones in the order in which they were really printed. For a comparison that
 * gave up its line by line correction and put the whole real output in the chapter's place.
 *
 * @returns null where the comparison has a correction, or no line holds
 */
export function rebuiltLines({ diff, resolved }: Match, actual: string): readonly ResolvedLine[] | null {
  if (resolved.some(({ from }) => from !== null) || !diff.some(({ op }) => op === 'same')) return null;
  const real = actual.split('\n').map((line) => line.trimEnd());
  const placed: { readonly at: number; readonly line: ResolvedLine }[] = [];
  let last = -1;
  for (const line of diff) {
    if (line.op === 'missing') continue;
    const found = real.indexOf(line.actual.trimEnd(), line.op === 'unexpected' ? 0 : last + 1);
    const at = found < 0 ? last : found;
    if (line.op !== 'unexpected') last = at;
    placed.push({ at, line: resolvedFrom(line) });
  }
  return placed.sort((left, right) => left.at - right.at).map(({ line }) => line);
}

function resolvedFrom(line: Exclude<DiffLine, { op: 'missing' }>): ResolvedLine {
  switch (line.op) {
    case 'same':
      return { from: line.expectedLine, text: line.expected };
    case 'changed':
      return { from: line.expectedLine, text: line.actual };
    case 'unexpected':
      return { from: null, text: line.actual };
  }
}
