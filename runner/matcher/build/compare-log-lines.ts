import { isElision } from '../../core/elision.ts';
import { alignDiffering } from '../alignment/align-differing.ts';
import { Likeness } from '../alignment/likeness.ts';
import { patchLine } from '../line/patch-line.ts';
import type { BlockMatch, Env, LineUnit, Pair } from '../units.ts';
import type { BuildLog } from './build-log.ts';

interface Side {
  readonly log: BuildLog;
  readonly lines: readonly string[];
}

/** Shows where two build logs that are not the same differ: line by line where they are of one display, else as a whole. */
export function compareLogLines(expected: Side, actual: Side, at: number, env: Env): BlockMatch {
  if (expected.log.display !== actual.log.display) return failing(replaced(expected, actual, at));
  const [mine, real] = [expected.lines.map(canonical), actual.lines.map(canonical)];
  const numbers = new Map([...mine, ...real].map((line, index) => [line, index + 1]));
  const kindsOf = (lines: readonly string[]) => Int32Array.from(lines, (line) => numbers.get(line) ?? 0);
  const likeness = new Likeness();
  const moves = alignDiffering(
    { units: expected.lines.map(unit), kinds: kindsOf(mine) },
    { units: actual.lines.map(unit), kinds: kindsOf(real) },
    (one, other) => mine[one] === real[other],
    (one, other) => 0.1 + 1.3 * (1 - likeness.of(mine[one] ?? '', real[other] ?? '')),
  );
  const pairs = moves.flatMap((move): Pair[] => {
    const text = move.expected === null ? null : (expected.lines[move.expected] ?? '');
    const other = move.actual === null ? null : (actual.lines[move.actual] ?? '');
    const place = move.expected === null ? null : at + move.expected;
    if (text === null)
      return other === null || isIncidental(other)
        ? []
        : [{ at: null, expected: null, actual: other, resolved: other, holds: false }];
    if (other === null) {
      const holds = isIncidental(text);
      return [{ at: place, expected: text, actual: null, resolved: holds ? text : null, holds }];
    }
    const holds = mine[move.expected ?? 0] === real[move.actual ?? 0];
    return [
      { at: place, expected: text, actual: other, resolved: holds ? text : patchLine(text, other, env.facts), holds },
    ];
  });
  return failing(pairs.some((pair) => !pair.holds) ? pairs : replaced(expected, actual, at));
}

function failing(pairs: readonly Pair[]): BlockMatch {
  return { holds: false, uses: [], claims: [], pairs };
}

function replaced(expected: Side, actual: Side, at: number): readonly Pair[] {
  const gone = expected.lines.map(
    (text, index): Pair => ({ at: at + index, expected: text, actual: null, resolved: null, holds: false }),
  );
  const come = actual.lines.map(
    (text): Pair => ({ at: null, expected: null, actual: text, resolved: text, holds: false }),
  );
  return [...gone, ...come];
}

function unit(text: string, at: number): LineUnit {
  return { kind: 'line', at, text, noise: isIncidental(text) ? 'build-log' : null };
}

/** Lines that differ between builders' versions and from build to build without meaning anything. */
function isIncidental(line: string): boolean {
  return (
    line.trim() === '' ||
    isElision(line) ||
    /^(?: -+> )?Remov(?:ing|ed) intermediate container|^ -+> (?:Running in|Using cache)|^#\d+ (?:DONE|CACHED|sha256:|transferring|\.\.\.|\d+\.\d+$)|^\s*=> => (?:transferring|sha256|extracting|resolve|exporting|unpacking)|^#\d+ \[.*internal\]|^\s*=> \[.*internal\]/.test(
      line,
    )
  );
}

/** The line without what differs from build to build. */
function canonical(line: string): string {
  return line
    .replace(/^#\d+ /, '# ')
    .replace(/^# \d+\.\d+ /, '# ')
    .replace(/\s+(?:\d+\.)?\d+s(?: done)?\s*$/, '')
    .replace(/(?:sha256:)?[0-9a-f]{12,64}/g, '<id>')
    .replace(/\d+(?:\.\d+)?[kMG]?B\b/g, '<size>')
    .replace(/^\[\+\] Building.*/, '[+] Building')
    .replace(/=> (?:CACHED )/, '=> ')
    .trimEnd();
}
