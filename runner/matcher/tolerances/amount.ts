import { isOf, isRelay, type Printer, thoseOf, wasGiven } from '../../command/index.ts';
import { cutEnd } from './cut.ts';
import type { Tolerance } from './tolerance.ts';

const number = String.raw`\d+(?:[.,]\d+){0,5}`;
const time = String.raw`(?:ns|µs|μs|us|ms|msec|s|sec|secs|seconds?|minutes?|m|초|밀리초|분)`;
const size = String.raw`(?:[kKMGTP]i?B|[Bb]ytes?|바이트)`;

export const duration: Tolerance = {
  name: 'duration',
  forms: [
    String.raw`(?<![\w.])\d+m\d+(?:\.\d+)?s(?!\w)`,
    String.raw`(?<=\b(?:time|duration|elapsed|latency|took|in|after|avg|total|real|user|sys|소요시간)(?:\s?[:=]\s?|\s+))${number} ?${time}(?![\w가-힣])`,
    String.raw`(?<![\w.])\d+\.\d+ ?${time}(?!\w)`,
    String.raw`(?<=\()\d+ ?ms(?=\)$)`,
    String.raw`(?<=\bttl=)\d+`,
    String.raw`(?<=\bup +)(?:\d+ days?, +)?(?:\d+:\d{2}|\d+ min)(?=,)`,
    String.raw`(?<=(?:소요|처리|경과|실행|응답|걸린|빌드|총) ?시간(?:\s?[:=]\s?|\s+))${number} ?${time}(?![\w가-힣])`,
    String.raw`(?<=\bduration_ms )${number}`,
    String.raw`(?<=^uptime_in_(?:seconds|days):)\d+$`,
    String.raw`(?<=\brunning for )${number}(?=\))`,
    String.raw`(?<=(?:min/avg/max(?:/mdev|/stddev)?) = )${number}(?:/${number})+`,
    String.raw`(?<=load average: )${number},? ${number},? ${number}`,
    String.raw`(?<=^real\s+|^user\s+|^sys\s+)${number}`,
  ],
  examples: `
    64 bytes from web: seq=0 ttl=64 time=0.140 ms ≈ 64 bytes from web: seq=0 ttl=64 time=0.066 ms
    added 1 package in 133ms ≈ added 1 package in 2s
    ℹ duration_ms 158.470858 ≈ ℹ duration_ms 61.2
    round-trip min/avg/max = 0.087/0.107/0.140 ms ≈ round-trip min/avg/max = 0.066/0.116/0.152 ms
    pinging every 3000ms ≠ pinging every 5000ms
    64 bytes from web: seq=0 ttl=64 time=0.140 ms ≠ 64 bytes from web: seq=1 ttl=64 time=0.140 ms
  `,
};

export const sizeOf: Tolerance = {
  name: 'size',
  forms: [
    String.raw`(?<![\w.])${number} ?[kKMGTP]?i?B(?:ytes)?/s(?:ec)?\b`,
    String.raw`(?<!\w)(?<=(?:space|Build cache usage|context to Docker daemon|transferring \w+|size|Size|reclaimed)\s?:?\s*)${number} ?(?:${size}|B)(?!\w)`,
    String.raw`(?<=digest: sha256:(?:[0-9a-f]{64}|[0-9a-f]{4,63}${cutEnd}) size: )\d+`,
    // A limit that an error names is no measurement.
    String.raw`(?<![\w.])(?<!\b(?:allowed is|at least|at most|less than|more than|limit of) )${number} ?[kKMGTP]i?B(?![\w-])`,
    String.raw`(?<=^total )\d+(?:\.\d+)?[KMG]?$`,
    String.raw`(?<=getrlimit\(RLIMIT_NOFILE\): )\d+:\d+`,
    String.raw`(?<=\(Reading database \.\.\. )\d+`,
  ],
  accepts: (expected, actual, { stated, printers }) =>
    !stated.has(expected.replace(/\s/g, '')) &&
    !isAnotherThanStated(expected, actual, stated) &&
    !showsSettings(printers),
  examples: `
    Sending build context to Docker daemon  3.072kB ≈ Sending build context to Docker daemon  52.1MB
    Total reclaimed space: 0B ≈ Total reclaimed space: 1.2GB
    Build cache usage: 105B ≈ Build cache usage: 1.238MB
    EXPOSE 80 ≠ EXPOSE 8080
  `,
};

/** What stands in a file or in the environment was written there, unless the kernel tells it. */
function showsSettings(printers: readonly Printer[]): boolean {
  const shown = printers.filter((printer) => printer.shown && !isRelay(printer));
  return (
    shown.length > 0 && shown.every((printer) => isOf([printer], 'cat', 'env') && !printer.operands.some(isOfKernel))
  );
}

function isOfKernel(path: string): boolean {
  return path.startsWith('/proc') || path.startsWith('/sys');
}

/** Whose a file is and what may be done with it, as `ls -l` writes it. */
export const mode = String.raw`[-dlcbps][-rwxsStT]{9}[.+@]?`;

export const fileListing: Tolerance = {
  name: 'file-size',
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

/** What `docker stats` measures, where `asked-fields.ts` puts the label, and what an interface counts. */
export const usage: Tolerance = {
  name: 'usage',
  forms: [
    String.raw`(?<=\bPerc: )[\d.]+%`,
    String.raw`(?<=\bIO: )[\d.]+\w+ / [\d.]+\w+`,
    String.raw`(?<=\bPIDs: )\d+`,
    String.raw`(?<=\b[RT]X (?:packets|bytes)[: ])\d+(?: \([\d.]+ [KMG]?i?B\))?`,
  ],
  examples: `
    $ docker stats --no-stream --format "{{.Name}}: {{.MemPerc}} {{.NetIO}} {{.PIDs}}"
    web: 1.37% 486B / 0B 1 ≈ web: 0.01% 1.2kB / 84B 9
    web: 1.37% 486B / 0B 1 ≠ app: 1.37% 486B / 0B 1
    web: 1.37% 486B / 0B 1 ≠ web: 1.37 486B / 0B 1
  `,
};

const amount = /^(\d+(?:\.\d+)?) ?([KMGT])(?:i?B)?$/i;

/**
 * Whether an amount of bytes is what the command asks for (`--shm-size 1g`, `size=16m`) and the real one another: it is
 * no measurement then.
 *
 * @param stated words of the command
 */
export function isAnotherThanStated(expected: string, actual: string, stated: ReadonlySet<string>): boolean {
  const wanted = bytesOf(expected);
  if (wanted === null || wanted === bytesOf(actual)) return false;
  return [...stated].some((word) => bytesOf(word) === wanted);
}

/** With factors of 1,024, as the programs count that take such words: dockerd, mount, dd. */
function bytesOf(text: string): number | null {
  const [, number, unit = ''] = amount.exec(text.trim()) ?? [];
  return number === undefined ? null : Number(number) * 1024 ** ('kmgt'.indexOf(unit.toLowerCase()) + 1);
}
