import { isOf, isRelay, type Printer } from '../../command/index.ts';
import { cutEnd } from './cut.ts';
import { isAnotherThanStated } from './stated-amount.ts';
import type { Tolerance } from './tolerance.ts';

const number = String.raw`\d+(?:[.,]\d+){0,5}`;
const time = String.raw`(?:ns|µs|μs|us|ms|msec|s|sec|secs|seconds?|minutes?|m|초|밀리초|분)`;
const size = String.raw`(?:[kKMGTP]i?B|[Bb]ytes?|바이트)`;

export const duration: Tolerance = {
  name: 'duration',
  reason: { en: 'How long it takes depends on the machine.', ko: '걸리는 시간은 컴퓨터마다 다릅니다.' },
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
  reason: {
    en: 'Sizes depend on the version, the platform and how Docker stores them.',
    ko: '크기는 버전, 플랫폼, 저장 방식에 따라 다릅니다.',
  },
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
