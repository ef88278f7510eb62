import type { DiffLine, Match } from '../core/match.ts';
import type { CommandFacts } from './facts.ts';
import { readUnits } from './read-units.ts';

/** One attempt at a comparison, for whoever asks why two outputs do or do not match. */
export interface Attempt {
  /** `as-written`, `by-lines`, or the name of the reading or joining that was tried. */
  readonly name: string;
  readonly verdict: Match['verdict'];
  /** What each text was cut into: names of forms, `line`, `elision`, and how many of them stand together. */
  readonly expected: readonly string[];
  readonly actual: readonly string[];
  /** Names of the tolerances that were needed. */
  readonly tolerances: readonly string[];
  /** Lines that stand against no line or another one: `-` the chapter's, `+` the real ones. */
  readonly differing: readonly string[];
}

/** What is told of an attempt. */
export function attemptOf(
  name: string,
  match: Match,
  texts: { readonly expected: readonly string[]; readonly actual: readonly string[] },
  facts: CommandFacts,
): Attempt {
  return {
    name,
    verdict: match.verdict,
    expected: shapeOf(texts.expected, 'expected', facts),
    actual: shapeOf(texts.actual, 'actual', facts),
    tolerances: [...new Set(match.tolerances.map((use) => use.name))],
    differing: match.diff.flatMap(differing),
  };
}

function differing(line: DiffLine): readonly string[] {
  if (line.op === 'same') return [];
  return [...('expected' in line ? [`- ${line.expected}`] : []), ...('actual' in line ? [`+ ${line.actual}`] : [])];
}

function shapeOf(lines: readonly string[], side: 'expected' | 'actual', facts: CommandFacts): readonly string[] {
  const names = readUnits(lines, side, facts).map((unit) => (unit.kind === 'block' ? unit.name : unit.kind));
  const runs: { name: string; count: number }[] = [];
  for (const name of names) {
    const last = runs.at(-1);
    if (last?.name === name) last.count += 1;
    else runs.push({ name, count: 1 });
  }
  return runs.map(({ name, count }) => (count === 1 ? name : `${count} ${name}`));
}

/** An attempt as lines to read. */
export function attemptLines({
  name,
  verdict,
  expected,
  actual,
  tolerances,
  differing: lines,
}: Attempt): readonly string[] {
  return [
    `${name}: ${verdict}${tolerances.length > 0 ? ` (${tolerances.join(', ')})` : ''}`,
    `  - ${expected.join(', ')}`,
    `  + ${actual.join(', ')}`,
    ...lines.map((line) => `    ${line}`),
  ];
}
