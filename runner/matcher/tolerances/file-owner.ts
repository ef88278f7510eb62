import { mode } from './file-listing.ts';
import type { Tolerance } from './tolerance.ts';

export const fileOwner: Tolerance = {
  name: 'file-owner',
  reason: {
    en: "Files on the reader's machine belong to the reader.",
    ko: '호스트의 파일은 실습하는 사용자의 것입니다.',
  },
  forms: [String.raw`(?<=^${mode} +\d+ +)[\w.-]+ +[\w.-]+(?= +[\d.,]+[KMGT]? )`],
  accepts: (expected, actual, place) =>
    place.onHost === true || expected.replace(/\s+/, ' ') === actual.replace(/\s+/, ' '),
  binds: 'owner',
  examples: `
    $ ls -l
    -rw-r--r-- 1 user user 12 Dec  3 10:35 a ≈ -rw-r--r-- 1 root root 12 Dec  3 10:35 a
    -rw-r--r-- 1 user user 12 Dec  3 10:35 a ≠ -rwxr-xr-x 1 root root 12 Dec  3 10:35 a
  `,
};
