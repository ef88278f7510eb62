import type { FaultForm } from './fault.ts';

/** How compose 1 and 2, BuildKit and the classic builder tell what they lack, and that a step of theirs failed. */
export const buildFaults: readonly FaultForm[] = [
  {
    kind: 'missing',
    of: 'compose',
    phrases: [
      'no configuration file provided',
      "…Can't find a suitable configuration file",
      'env file <file> not found',
      "…Couldn't find env file: <file>",
    ],
    thing: { kind: 'file', name: 'compose.yaml' },
    examples: `
      no configuration file provided: not found → file compose.yaml
      ERROR: Can't find a suitable configuration file in this directory → file compose.yaml
      env file /srv/shop/.env not found: stat /srv/shop/.env: no such file or directory → file /srv/shop/.env
    `,
  },
  {
    kind: 'missing',
    of: 'buildkit',
    phrases: [
      '…{COPY|ADD} failed: {file not found in build context or excluded by .dockerignore: |}stat <file>: ',
      '…failed to calculate checksum of ref …: <file>: not found',
      '…unable to prepare context: path <file> not found',
      '…unable to evaluate symlinks in Dockerfile path: lstat <file>: ',
      '…failed to read dockerfile: open <file>: ',
      '…failed to compute cache key: …<file>{:|} not found',
    ],
    examples: `
      COPY failed: file not found in build context or excluded by .dockerignore: stat missing.txt: file does not exist → file missing.txt
      ERROR: failed to solve: failed to compute cache key: "/missing.txt": not found → file /missing.txt
      ERROR: failed to solve: failed to compute cache key: failed to calculate checksum of ref abc::xyz: "/app.js": not found → file /app.js
      unable to prepare context: path "nosuchfolder" not found → file nosuchfolder
      ERROR: failed to solve: failed to read dockerfile: open Dockerfile: no such file or directory → file Dockerfile
    `,
  },
  {
    kind: 'exited',
    of: 'buildkit',
    phrases: [
      '…process <line> did not complete successfully: exit code: <n>',
      '…executor failed running …: exit code: <n>',
      '…The command <line> returned a non-zero code: <n>',
      '…failed to start containers: <container>',
      'exit status <n>$',
      'Error: exit status <n>$',
    ],
    examples: `
      ERROR: failed to solve: process "/bin/sh -c foo" did not complete successfully: exit code: 127 → nothing
      The command '/bin/sh -c foo' returned a non-zero code: 127 → nothing
      Error: failed to start containers: web → container web
      exit status 1 → nothing
    `,
  },
];
