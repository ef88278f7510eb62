import type { Match, ResolvedLine, ToleranceUse } from '../core/match.ts';

/** Tolerances of values, as against those of order, layout or wording. */
const ofValues = new Set([
  'id',
  'digest',
  'uuid',
  'age',
  'duration',
  'size',
  'file-size',
  'rate',
  'percentage',
  'timestamp',
  'port',
  'ip-address',
  'mac-address',
  'pid',
  'interface-number',
  'version',
  'generated-name',
]);

/** The desired lines with tolerated values replaced by the real ones; the author's layout stays. */
export function refreshLines(desired: readonly ResolvedLine[], { tolerances }: Match): readonly ResolvedLine[] {
  return desired.map((line) => {
    const uses = tolerances.filter((use) => use.line === line.from && ofValues.has(use.name));
    return uses.length === 0 ? line : { ...line, text: renewed(line.text, uses) };
  });
}

/** The line with only its IDs renewed: those that an earlier step contradicts. */
export function renewIds(text: string, line: number, { tolerances }: Match): string {
  return renewed(
    text,
    tolerances.filter((use) => use.line === line && ['id', 'digest', 'generated-name'].includes(use.name)),
  );
}

function renewed(text: string, uses: readonly ToleranceUse[]): string {
  let line = text;
  let at = 0;
  for (const { expected, actual } of uses) {
    const found = expected === '' ? -1 : line.indexOf(expected, at);
    if (found < 0) continue;
    const value = sameForm(expected, actual);
    const after = line.slice(found + expected.length);
    line = line.slice(0, found) + value + keepColumn(after, value.length - expected.length);
    at = found + value.length;
  }
  return line;
}

/** A short ID stays short; a cut one stays cut. */
function sameForm(expected: string, actual: string): string {
  const bare = /^(?:sha256:)?([0-9a-f]{3,63})(…|\.{3})?$/.exec(expected);
  const real = /^(?:sha256:)?([0-9a-f]{12,64})$/.exec(actual)?.[1];
  if (!bare || real === undefined) return actual;
  const prefix = expected.startsWith('sha256:') ? 'sha256:' : '';
  return prefix + real.slice(0, bare[1]?.length) + (bare[2] ?? '');
}

/** What follows keeps its column where there is room: a gap of two blanks or more gives and takes. */
function keepColumn(after: string, growth: number): string {
  const gap = /^ {2,}(?=\S)/.exec(after)?.[0].length ?? 0;
  return gap === 0 ? after : ' '.repeat(Math.max(2, gap - growth)) + after.slice(gap);
}
