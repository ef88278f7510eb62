import type { Canon } from './canon.ts';

export const alreadyPulled: Canon = {
  name: 'already-pulled',
  read: (line) => line.replace(/^Status: Image is up to date for /, 'Status: Downloaded newer image for '),
  examples: `
    $ docker pull nginx
    Status: Downloaded newer image for nginx:latest ≈ Status: Image is up to date for nginx:latest
    Status: Downloaded newer image for nginx:latest ≠ Status: Image is up to date for nginx:1.27
  `,
};
