import type { Canon } from './canon.ts';

/** Letters with accents, and Korean ones, are one character or several. */
export const unicodeForm: Canon = {
  name: 'unicode-form',
  read: (line) => (/[^\0-\u02ff]/.test(line) ? line.normalize('NFC') : line),
  examples: `
    \u1112\u1161\u11ab\u1100\u1173\u11af ready ≈ 한글 ready
    cafe ready ≠ caf\u00e9 ready
  `,
};
