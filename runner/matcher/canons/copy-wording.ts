import type { Canon } from './canon.ts';

/** How much was copied: since Docker 29 what was asked for, and in brackets what was transferred, which alone stood there before. */
export const copyWording: Canon = {
  name: 'copy-wording',
  read: (line) => line.replace(/^(Successfully copied) \S+ \(transferred (\S+)\) (?=to )/, '$1 $2 '),
  examples: `
    $ docker cp web:/hello.txt .
    Successfully copied 2.05kB to /root/. ≈ Successfully copied 3B (transferred 2.05kB) to /root/.
    Successfully copied 2.05kB to /root/. ≠ Successfully copied 3B (transferred 2.05kB) to /srv/.
  `,
};
