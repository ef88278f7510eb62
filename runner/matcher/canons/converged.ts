import type { Canon } from './canon.ts';

/** Which service has converged is told since Docker 25. */
export const converged: Canon = {
  name: 'converged',
  read: (line) => line.replace(/^(verify: Service )(?:(\S+) )?(converged)$/, '$1$3\u0000$2'),
  examples: `
    $ docker service create --name web nginx
    verify: Service converged ≈ verify: Service web converged
    verify: Service converged ≠ verify: Service other converged
  `,
};
