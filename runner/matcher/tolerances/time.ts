import type { Tolerance } from './tolerance.ts';

/** How long it is, in Docker's words and in those of authors who shorten them. */
export const timeUnit = String.raw`(?:seconds?|secs?\b\.?|minutes?|mins?\b\.?|hours?|hrs?\b\.?|days?|weeks?|months?|years?)`;

/** The same in Korean. */
export const koreanTimeUnit = '(?:초|분|시간|일|주|개월|달|년)';

export const age: Tolerance = {
  name: 'age',
  forms: [
    String.raw`\b(?:[Ll]ess than a second|[Aa]bout an? (?:second|minute|hour|day|week|month|year)|[Aa]n? (?:few )?${timeUnit}|\d+ ${timeUnit}) ago\b`,
    // `docker ps --format '{{.Status}}'`
    String.raw`(?<=\bUp )(?:Less than a second|About an? (?:minute|hour)|\d+ ${timeUnit})(?= ?$|[\s,|\t(])`,
    String.raw`(?<![\d.])\d+ ?${koreanTimeUnit} 전`,
    String.raw`(?:約 ?)?(?<![\d.])\d+ ?(?:秒|分|時間|日|週間|か月|ヶ月|年|分钟|小时|天|周|个月) ?前`,
  ],
  examples: `
    created 2 minutes ago ≈ created Less than a second ago
    Running about a minute ago ≈ Running less than a second ago
    3분 전 ≈ 2시간 전
    created 21 min. ago ≈ created 3 hrs ago
    約1時間前 ≈ 5 秒前
    web: Up 2 seconds ≈ web: Up Less than a second
    web: Up About a minute (healthy) ≈ web: Up 3 hours (healthy)
    created 2 minutes ago ≠ created never
    web: Up 2 seconds (healthy) ≠ web: Up 2 seconds (unhealthy)
    web: Up 2 seconds ≠ web: Exited (0) 2 seconds ago
  `,
};

const month = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*';
const day = '(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*';
const clock = String.raw`\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d+)?(?:\s?[AP]M)?`;
const zone = String.raw`(?:\s?(?:Z|UTC|GMT|KST|JST|CET|CEST|EST|EDT|PST|PDT)\b|\s?[+-]\d{2}:?\d{2}(?!\d))`;

export const timestamp: Tolerance = {
  name: 'timestamp',
  forms: [
    // RFC 3339, ISO 8601, Docker's and SQL's: 2026-11-22T05:14:27.859Z, 2026-11-22 05:14:27 +0000 UTC
    String.raw`\b\d{4}[-/.]\d{2}[-/.]\d{2}[T ]\d{2}:\d{2}(?::\d{2})?(?:[.,]\d+)?${zone}?${zone}?`,
    // Names of files: npm's logs
    String.raw`\b\d{4}-\d{2}-\d{2}[T_-]\d{2}(?:_\d{2}_|-\d{2}-)\d{2}(?:[_.-]\d{3})?Z?(?![0-9A-Za-z])`,
    // nginx and Apache access logs: 22/Nov/2026:05:14:27 +0000
    String.raw`\b\d{1,2}/${month}/\d{4}[: ]\d{2}:\d{2}:\d{2}(?: [+-]\d{4})?`,
    // date(1), HTTP and mail: Sun Nov 22 05:14:27 UTC 2026; Sun, 22 Nov 2026 05:14:27 GMT
    String.raw`\b${day},? (?:${month} +\d{1,2}|\d{1,2}[ -]${month}[ -]\d{2,4})(?:,? \d{4})?,? ${clock}(?:${zone})?(?: \d{4}\b)?`,
    // redis before 5: 17 Aug 22:11:10.480
    String.raw`\b\d{1,2} ${month} ${clock}`,
    // redis, git: 22 Nov 2026 05:14:27.123; Sun Nov 22 2026
    String.raw`\b\d{1,2} ${month} \d{4}(?:,? ${clock}(?:${zone})?)?`,
    String.raw`\b${day} ${month} +\d{1,2} \d{4}\b`,
    // syslog, ls -l: Nov 22 05:14:27, Dec  3 10:35, Dec  3  2024
    String.raw`\b${month} +\d{1,2},? +(?:${clock}|\d{4}\b)(?: ${clock})?`,
    // ls -l in Korean: 11월 22 05:14
    String.raw`(?<!\d)\d{1,2}월 +\d{1,2}일?,? +(?:\d{1,2}:\d{2}|\d{4}\b)`,
    String.raw`\b\d{4}\. ?\d{1,2}\. ?\d{1,2}\.(?: \([월화수목금토일]\))?(?: (?:오전|오후))? ${clock}(?:${zone})?`,
    String.raw`\b\d{4}년 ?\d{1,2}월 ?\d{1,2}일(?: ?\([월화수목금토일]\)| [월화수목금토일]요일)?(?: (?:오전|오후))? ?\d{1,2}:\d{2}(?::\d{2})?(?: [A-Z]{3})?`,
    String.raw`\b\d{4}[-/.]\d{2}[-/.]\d{2}\b(?![-.]?\d)`,
    String.raw`(?<![\d.:])\d{2}:\d{2}:\d{2}(?:[.,]\d+)?(?:${zone})?(?![\d:])`,
    // Milliseconds and seconds since 1970, of this century only
    String.raw`(?<![\w.:-])1[4-9]\d{8}(?:\d{3})?(?:\.\d+)?(?![\w-])`,
  ],
  accepts: (expected, actual, { stated }) =>
    neverSet(expected) === neverSet(actual) && (!stated.has('TZ') || zoneOf(expected) === zoneOf(actual)),
  examples: `
    2026-11-22T05:14:27.859873653Z ready ≈ 2026-11-22T05:14:25.331330695Z ready
    -rw-r--r-- 1 root root 12 Dec  3 10:35 a ≈ -rw-r--r-- 1 root root 12 Nov 22 2026 a
    [22/Nov/2026:05:14:27 +0000] "GET /" ≈ [03/Jan/2020:15:04:27 +0900] "GET /"
    see /_logs/2026-11-22T22_34_56_890Z-debug-0.log ≈ see /_logs/2019-03-04T09_21_11_123Z-debug-0.log
    Sun Nov 22 05:14:27 UTC 2026 ≈ Mon Jan  4 15:00:01 KST 2021
    "FinishedAt":"0001-01-01T00:00:00Z" ≠ "FinishedAt":"2026-11-22T05:11:08Z"
    at 05:14:27 ≠ at noon
  `,
};

/** What a command that asks for a time zone is about. */
function zoneOf(text: string): string {
  return /\b[A-Z]{3,4}\b|[+-]\d{2}:?\d{2}(?!.*\d{4}-)/.exec(text.replace(/\b\d{4}-\d{2}-\d{2}\b/, ''))?.[0] ?? '';
}

/** Docker writes the year 1 where something never happened. */
function neverSet(text: string): boolean {
  return text.startsWith('0001-01-01');
}
