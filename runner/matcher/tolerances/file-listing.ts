import { isOf, thoseOf, wasGiven } from '../../command/index.ts';
import { isAnotherThanStated } from './stated-amount.ts';
import type { Tolerance } from './tolerance.ts';

/** Whose a file is and what may be done with it, as `ls -l` writes it. */
export const mode = String.raw`[-dlcbps][-rwxsStT]{9}[.+@]?`;

export const fileListing: Tolerance = {
  name: 'file-size',
  reason: {
    en: 'Sizes and link counts of files depend on the file system and on versions.',
    ko: '파일의 크기와 링크 수는 파일 시스템과 버전에 따라 다릅니다.',
  },
  forms: [
    String.raw`(?<=^${mode} +)\d+(?= )`,
    String.raw`(?<=^${mode} +\d+ +\S+ +\S+ +)[\d.,]+[KMGT]?(?= )`,
    String.raw`(?<=^${mode} +\S+/\S+ +)\d+(?= )`,
    // Which disk a block device is.
    String.raw`(?<=^b[-rwxsStT]{9}[.+@]? +\d+ +\S+ +\S+ +\d+, +)\d+(?= )`,
  ],
  accepts: (expected, actual, { stated }) => !isAnotherThanStated(expected, actual, stated),
  examples: `
    $ ls -lh
    -rw------- 1 root root 5.7M Dec  3 10:35 alpine.tar ≈ -rw------- 1 root root 2.1M Nov 22 05:11 alpine.tar
    brw------- 1 root root 252, 3 Dec  3 10:35 disk ≈ brw------- 1 root root 7, 1 Nov 22 05:11 disk
    crw-rw-rw- 1 root root 1, 3 Dec  3 10:35 null ≠ crw-rw-rw- 1 root root 1, 5 Dec  3 10:35 null
    -rw------- 1 root root 5.7M Dec  3 10:35 alpine.tar ≠ -rw-r--r-- 1 root root 5.7M Dec  3 10:35 alpine.tar
    -rw------- 1 root root 5.7M Dec  3 10:35 alpine.tar ≠ -rw------- 1 root root 5.7M Dec  3 10:35 ubuntu.tar
  `,
};

export const diskUsage: Tolerance = {
  name: 'disk-usage',
  reason: {
    en: 'How much disk a file takes depends on the file system and on versions.',
    ko: '파일이 차지하는 용량은 파일 시스템과 버전에 따라 다릅니다.',
  },
  forms: [String.raw`^\d+(?:\.\d+)?[KMGT]?(?=\s+[\w./])`],
  accepts: (expected, actual, { stated, printers }) =>
    (isOf(printers, 'du') || thoseOf(printers, 'ls').some((printer) => wasGiven(printer, 'size'))) &&
    !isAnotherThanStated(expected, actual, stated),
  examples: `
    $ du -sh /data
    4.0K    /data ≈ 12K     /data
    4.0K    /data ≠ 4.0K    /date
  `,
};
