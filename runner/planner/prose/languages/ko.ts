import type { Cues } from '../cues.ts';

/** What authors say in Korean. */
export const korean: Cues = {
  bad: [
    '나쁜 예|방법|방식|습관|코드|Dockerfile',
    '잘못된 예|방법|방식',
    '잘못된 사용|코드|작성|설정|명령|Dockerfile … 예시|예제',
    '잘못된 사용|코드|작성|설정|명령|Dockerfile 예|입니다|이다|이며',
    '잘못된 사용|코드|작성|설정|명령|Dockerfile $',
    '비효율',
    '안 좋은',
    '좋지 않은',
    '비추천',
    '피해야',
    '하지 마',
    '하면 안',
  ],
  good: ['좋은 예', '올바른', '권장 방식|방법|예', '권장하는 방식|방법|예', '개선된', '최적화된', '최적화 후'],
  comparison: ['^ 사용|적용|최적화|변경|개선|수정 전|후 $', '비교'],
  hypothetical: ['할|될 수 있다면 좋'],
};
