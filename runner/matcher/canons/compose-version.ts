import type { Canon } from './canon.ts';

/** Version 1 of compose calls itself by its command. */
export const composeVersion: Canon = {
  name: 'version',
  read: (line) =>
    line.replace(/^[Dd]ocker[- ][Cc]ompose version v?(\d\S*?)(?:, build \w+)?$/, 'Docker Compose version $1'),
  examples: `
    $ docker compose version
    docker-compose version 1.29.2, build 5becea4c ≈ Docker Compose version v2.27.0
    docker-compose version 1.29.2, build 5becea4c ≠ docker-py version: 5.0.0
  `,
};
