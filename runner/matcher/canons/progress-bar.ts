import type { Canon } from './canon.ts';

export const progressBar: Canon = {
  name: 'progress-bar',
  read: (line) => line.replace(/\s*\[=+>?\s*\]$/, ''),
  examples: `
    verify: Service web converged [=====>  ] ≈ verify: Service web converged
    1/2: running [=====>  ] ≠ 2/2: running
  `,
};
