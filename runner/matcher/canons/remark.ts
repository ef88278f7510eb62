import type { Canon } from './canon.ts';

const mark = /\s+(?:←|⬅|⇐|◀|<--?|<==?|↤|➡|→ |\/\/ |# |\/\* ).*$/;

/** Nearly every line is done with this. */
const sign = /\s[←⬅⇐◀<↤➡→/#]/;

/** The line without an author's remark at its end (`abc  ← the layer's data`, `abc   # now 3000`); null without one. */
export function withoutRemark(line: string): string | null {
  const match = sign.test(line) ? mark.exec(line) : null;
  return match === null || line.slice(0, match.index).trim() === '' ? null : line.slice(0, match.index);
}

export const remark: Canon = {
  name: 'gloss',
  read: (line) => withoutRemark(line) ?? line,
  examples: `
    listening on 80   # as expected ≈ listening on 80
    listening on 80  ← the port ≈ listening on 80
    listening on 80   # as expected ≠ listening on 81
    listening on 80 ≠ listening on 80   # as expected
  `,
};
