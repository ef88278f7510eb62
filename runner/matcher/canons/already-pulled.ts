import type { Canon } from './canon.ts';

export const alreadyPulled: Canon = {
  name: 'already-pulled',
  read: (line) => line.replace(/^Status: Image is up to date for /, 'Status: Downloaded newer image for '),
  examples: {
    command: 'docker pull nginx',
    same: [['Status: Downloaded newer image for nginx:latest', 'Status: Image is up to date for nginx:latest']],
    different: [['Status: Downloaded newer image for nginx:latest', 'Status: Image is up to date for nginx:1.27']],
  },
};
