import type { Tolerance } from './tolerance.ts';

const unit = '(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?)';

export const age: Tolerance = {
  name: 'age',
  reason: { en: 'How long ago it was depends on when one looks.', ko: '경과 시간은 언제 보느냐에 따라 다릅니다.' },
  forms: [
    String.raw`\b(?:[Ll]ess than a second|[Aa]bout an? (?:second|minute|hour|day|week|month|year)|[Aa]n? (?:few )?${unit}|\d+ ${unit}) ago\b`,
    // `docker ps --format '{{.Status}}'`
    String.raw`(?<=\bUp )(?:Less than a second|About an? (?:minute|hour)|\d+ ${unit})(?= ?$|[\s,|\t(])`,
    String.raw`(?<![\d.])\d+ ?(?:초|분|시간|일|주|개월|달|년) 전`,
  ],
  examples: {
    same: [
      ['created 2 minutes ago', 'created Less than a second ago'],
      ['Running about a minute ago', 'Running less than a second ago'],
      ['3분 전', '2시간 전'],
      ['web: Up 2 seconds', 'web: Up Less than a second'],
      ['web: Up About a minute (healthy)', 'web: Up 3 hours (healthy)'],
    ],
    different: [
      ['created 2 minutes ago', 'created never'],
      ['web: Up 2 seconds (healthy)', 'web: Up 2 seconds (unhealthy)'],
      ['web: Up 2 seconds', 'web: Exited (0) 2 seconds ago'],
    ],
  },
};
