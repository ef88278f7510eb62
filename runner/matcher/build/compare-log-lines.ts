import { isElision } from '../../core/elision.ts';
import type { Told } from '../../core/message.ts';
import { align } from '../alignment/align.ts';
import { Likeness } from '../alignment/likeness.ts';
import type { BuildText } from '../forms/build.ts';
import { wholeBlock } from '../forms/form.ts';
import { patchLine } from '../line/patch-line.ts';
import type { BlockMatch, Env, LineUnit, Pair } from '../units.ts';

/** Shows where two build logs that are not the same differ: line by line where they are of one display, else as a whole. */
export function compareLogLines(expected: BuildText, actual: BuildText, env: Env, why: Told | null): BlockMatch {
  const pairs = expected.log.display === actual.log.display ? pairLines(expected, actual, env) : [];
  const shown = pairs.some((pair) => !pair.holds) ? pairs : wholeBlock(expected, actual, false);
  const [first, ...others] = shown;
  const told = why === null || first === undefined ? shown : [{ ...first, why }, ...others];
  return { holds: false, uses: [], claims: [], pairs: told };
}

function pairLines(expected: BuildText, actual: BuildText, env: Env): readonly Pair[] {
  const [mine, real] = [expected.lines.map(canonical), actual.lines.map(canonical)];
  const numbers = new Map([...mine, ...real].map((line, index) => [line, index + 1]));
  const kindsOf = (lines: readonly string[]) => Int32Array.from(lines, (line) => numbers.get(line) ?? 0);
  const likeness = new Likeness();
  const moves = align(
    { units: expected.lines.map(unit), kinds: kindsOf(mine) },
    { units: actual.lines.map(unit), kinds: kindsOf(real) },
    (one, other) => mine[one] === real[other],
    (one, other) => 0.1 + 1.3 * (1 - likeness.of(mine[one] ?? '', real[other] ?? '')),
  );
  return moves.flatMap(({ expected: one, actual: other }): Pair[] => {
    const [text, shown] = [one === null ? null : (expected.lines[one] ?? ''), actual.lines[other ?? -1] ?? null];
    const alone = text === null || shown === null ? isIncidental(text ?? shown ?? '') : null;
    if (text === null || one === null)
      return alone === true ? [] : [{ at: null, expected: null, actual: shown, resolved: shown, holds: false }];
    const holds = alone ?? mine[one] === real[other ?? -1];
    const resolved = holds ? text : shown === null ? null : patchLine(text, shown, env.facts);
    return [{ at: expected.at + one, expected: text, actual: shown, resolved, holds }];
  });
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
