import { isOf } from '../../command/index.ts';
import { edge, end, mixed, sums } from './id.ts';
import type { Tolerance } from './tolerance.ts';

/** Hexadecimal numbers of other lengths than Docker's. One stands for an ID only where the command names it. */
export const commit: Tolerance = {
  name: 'commit',
  reason: { en: 'A commit or build number of another version.', ko: '커밋이나 빌드 번호는 버전마다 다릅니다.' },
  forms: [
    String.raw`(?<=, build )(?:unknown|[0-9a-f]{7,40}|[\w.~+-]+)(?=$|\s)`,
    `${edge}${mixed('{7,11}')}${end}`,
    `${edge}${mixed('{13,40}')}${end}`,
  ],
  accepts: (_expected, _actual, { printers }) => !isOf(printers, ...sums),
  examples: `
    [main 1f3c9ab] first ≈ [main 9b07de2] first
    version 1.29.2, build 5becea4c ≈ version 1.29.2, build unknown
    hello from facade ≠ hello from decade
  `,
};
