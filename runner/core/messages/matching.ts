import type { Sentences } from './sentence.ts';

export const matching = {
  'changed-line': {
    en: 'Line {line}: unexpected "{actual}", expected "{expected}"',
    ko: '{line}번째 줄: "{expected}"이(가) 나와야 하는데 "{actual}"이(가) 나왔습니다',
  },
  'build-other-step': {
    en: 'The build goes another way: "{actual}" where the chapter shows "{expected}" (in another builder’s form)',
    ko: '빌드 단계가 다릅니다. 챕터에는 (다른 빌더의 형식으로) "{expected}"이(가) 나오는데 "{actual}"이(가) 실행되었습니다',
  },
  'build-lacks-step': {
    en: 'The build has no step "{expected}", which the chapter shows (in another builder’s form)',
    ko: '챕터에 (다른 빌더의 형식으로) 나오는 "{expected}" 단계가 빌드에 없습니다',
  },
  'build-further-step': {
    en: 'The build has a step "{actual}", which the chapter (in another builder’s form) does not show',
    ko: '챕터에 (다른 빌더의 형식으로) 나오지 않는 "{actual}" 단계가 빌드에 있습니다',
  },
  'build-other-end': {
    en: 'The build takes the chapter’s steps, and does not end as the chapter shows (in another builder’s form)',
    ko: '빌드 단계는 챕터와 같지만 (다른 빌더의 형식으로 보인) 끝이 다릅니다',
  },
  'missing-line': {
    en: 'Line {line}: "{expected}" did not come',
    ko: '{line}번째 줄: "{expected}"이(가) 나오지 않았습니다',
  },
  'unexpected-line': {
    en: 'Unexpected line "{actual}"',
    ko: '예상하지 못한 줄 "{actual}"이(가) 나왔습니다',
  },
  contradiction: {
    en: 'Line {line}: "{expected}" is "{actual}" here, but was "{earlier}" before ({place})',
    ko: '{line}번째 줄: "{expected}"이(가) 여기서는 "{actual}"인데 앞에서는 "{earlier}"였습니다 ({place})',
  },
  'unexpected-exit': {
    en: 'The command ended with exit status {code}, and the chapter shows no failure',
    ko: '명령이 종료 코드 {code}(으)로 끝났습니다. 챕터에는 실패한다는 말이 없습니다',
  },
  'unknown-tolerance': {
    en: 'There is no tolerance "{name}"; there are: {known}',
    ko: '"{name}"(이)라는 허용 항목은 없습니다. 있는 것: {known}',
  },
  'match-needs': {
    en: 'Give --command, --expected and --actual, or --chain',
    ko: '--command, --expected, --actual을 모두 주거나 --chain을 주십시오',
  },
  'match-unreadable': {
    en: 'Cannot read {file}: {why}',
    ko: '{file}을(를) 읽을 수 없습니다: {why}',
  },
  'match-verdict-exact': { en: 'The same.', ko: '같습니다.' },
  'match-verdict-tolerated': {
    en: 'The same; differences that are tolerated: {count}.',
    ko: '같습니다. 허용한 차이 {count}개.',
  },
} as const satisfies Sentences;
