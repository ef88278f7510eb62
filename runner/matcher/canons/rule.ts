import type { Canon } from './canon.ts';

/** A rule below a heading is as long as the widest cell. */
export const rule: Canon = {
  name: 'spacing',
  read: (line) => (/^[-─=+]{4,}$/.test(line) ? line.replace(/[-─=]+/g, '----') : line),
  examples: `
    -----+------ ≈ --------+----
    -----+------ ≠ -----------
  `,
};
