import type { FaultForm } from './read-faults.ts';

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
  },
];
