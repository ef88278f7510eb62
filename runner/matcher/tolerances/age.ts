import type { Tolerance } from './tolerance.ts';

/** How long it is, in Docker's words and in those of authors who shorten them. */
export const timeUnit = String.raw`(?:seconds?|secs?\b\.?|minutes?|mins?\b\.?|hours?|hrs?\b\.?|days?|weeks?|months?|years?)`;

/** The same in Korean. */
export const koreanTimeUnit = '(?:초|분|시간|일|주|개월|달|년)';

export const age: Tolerance = {
  name: 'age',
  reason: { en: 'How long ago it was depends on when one looks.', ko: '경과 시간은 언제 보느냐에 따라 다릅니다.' },
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
