import type { Canon } from './canon.ts';

/** Sequences by which a program sets colours and moves the cursor (ECMA-48), and titles of windows. */
const sequence = /\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)|[()][A-Z0-9]|[=>78cDEMHNOZ])/g;

export const escapeCode: Canon = {
  name: 'escape-code',
  read: (line) => (line.includes('\u001b') ? line.replace(sequence, '') : line),
  examples: `
    \u001b[31mred\u001b[0m door ≈ red door
    \u001b]0;title\u0007ready ≈ ready
    \u001b[31mred\u001b[0m door ≠ green door
  `,
};
