import { statfsSync } from 'node:fs';
import { totalmem } from 'node:os';

/** What one sandbox may use at most; reaching one ends its chapter and nothing else. */
export interface Limits {
  readonly memoryBytes: number;
  readonly processes: number;
  /** Everything that is written inside, images and containers included. */
  readonly diskBytes: number;
}

const gibibyte = 2 ** 30;

/** Limits of a sandbox: 4 GiB of memory or half of the machine's, 4,096 processes, 20 GiB of disk or half of what is free. */
export function defaultLimits(folder: string): Limits {
  const { bavail, bsize } = statfsSync(folder);
  return {
    memoryBytes: Math.min(4 * gibibyte, Math.floor(totalmem() / 2)),
    processes: 4096,
    diskBytes: Math.min(20 * gibibyte, Math.floor((bavail * bsize) / 2)),
  };
}
