import type { Canon } from './canon.ts';

/** The terminal shows the key that ended a command before what it prints last. */
export const interrupt: Canon = {
  name: 'interrupt',
  read: (line) => line.replace(/^\^[CDZ\\](?=.)/, ''),
  examples: `
    ^Cbye ≈ bye
    ^Cbye ≠ ^Cbyes
  `,
};
