import type { Sentences } from './sentence.ts';

/** Why a command is left out, and what a course asks for. Lower case: they stand behind a colon or a dash. */
export const leavingOut = {
  'plan-no-opener': { en: 'no step opens what it is typed into', ko: '입력할 곳을 여는 단계가 없습니다' },
  'plan-opener-left-out': {
    en: 'the command that opens what it is typed into is left out',
    ko: '입력할 곳을 여는 명령을 건너뜁니다',
  },
  'plan-repair': { en: 'it is only for readers for whom something failed', ko: '무언가 실패한 독자만 하는 일입니다' },
  'plan-no-browser': { en: 'a browser is the reader’s own', ko: '브라우저는 독자가 직접 엽니다' },
  'plan-no-editor': { en: 'an editor needs hands', ko: '편집기는 독자가 손으로 씁니다' },
  'plan-named-annotation': { en: 'an annotation names it', ko: '주석(annotation)이 이름을 정합니다' },
  'plan-named-first-line': { en: 'its first line names it', ko: '첫 줄에 이름이 있습니다' },
  'plan-named-info': { en: 'the info string names it', ko: '코드 블록 표시에 이름이 있습니다' },
  'plan-named-label': { en: 'the line above names it', ko: '바로 윗줄에 이름이 있습니다' },
  'plan-named-paragraph': { en: 'the paragraph above names it', ko: '위 문단에 이름이 있습니다' },
  'plan-named-text': { en: 'the text above names it', ko: '위 글에 이름이 있습니다' },
  'plan-named-heading': { en: 'the heading names it', ko: '제목에 이름이 있습니다' },
  'plan-named-cat': { en: 'cat shows it', ko: 'cat이 보여 줍니다' },
  'plan-for-system': { en: 'it is for {system}', ko: '{system}용입니다' },
  'plan-needs-value': {
    en: 'nobody has given a value for “{name}” (--set {name}=…)',
    ko: '“{name}”의 값을 받지 못했습니다(--set {name}=…)',
  },
  'plan-variables': { en: 'Variables of the course: {count}', ko: '코스 변수 {count}개' },
  'plan-variable-given': { en: '{value} (given)', ko: '{value} (지정한 값)' },
  'plan-variable-authors': { en: '{value} (the author’s)', ko: '{value} (저자가 정한 값)' },
  'plan-variable-missing': {
    en: 'no value; needed at line {lines} (--set {name}=…)',
    ko: '값 없음; {lines}번 줄에 필요함(--set {name}=…)',
  },
  'plan-fills-in': { en: 'the reader fills in {blank}', ko: '독자가 {blank}을(를) 채워 넣습니다' },
  'plan-other-tab-system': { en: 'it is for another system: {name}', ko: '다른 운영 체제용입니다: {name}' },
  'plan-other-tab': {
    en: 'the tab “{followed}” is followed instead of “{name}”',
    ko: '“{name}” 대신 “{followed}” 탭을 따릅니다',
  },
  'plan-no-container': {
    en: 'no step before it makes the container {name}',
    ko: '앞에서 컨테이너 {name}을(를) 만드는 단계가 없습니다',
  },
  'plan-no-image': {
    en: 'no step before it makes the image {name}',
    ko: '앞에서 이미지 {name}을(를) 만드는 단계가 없습니다',
  },
} as const satisfies Sentences;
