import type { Canon } from './canon.ts';

/** Reads the words of a line, its values set apart: only where `--loose case` asks for it. */
export const letterCase: Canon = {
  name: 'case',
  read: (words) => words.toLowerCase(),
  examples: `
    Server Ready on 80 ≈ SERVER ready ON 80
    Server Ready on 80 ≠ SERVER ready ON 81
  `,
};
