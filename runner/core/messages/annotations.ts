import type { Sentences } from './sentence.ts';

/** What the keys of annotations take. */
export const annotations = {
  'takes-reason': { en: 'a reason', ko: '이유' },
  'takes-flag': { en: 'true or false', ko: 'true 또는 false' },
  'takes-path': { en: 'a path', ko: '경로' },
  'takes-comparison': { en: 'none, exact, contains or regex', ko: 'none, exact, contains, regex 가운데 하나' },
  'takes-number': { en: 'a number', ko: '수' },
  'takes-duration': { en: 'a duration such as 10s, 500ms or 2m', ko: '10s, 500ms, 2m 같은 시간' },
  'takes-text': { en: 'a text', ko: '글' },
  'takes-condition': { en: 'a condition', ko: '조건' },
  'takes-tolerances': { en: 'names of tolerances', ko: '허용 항목의 이름' },
} as const satisfies Sentences;
