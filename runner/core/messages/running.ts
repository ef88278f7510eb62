import type { Sentences } from './sentence.ts';

/** Sentences about the outcome of a step. */
export const running = {
  'step-timeout': {
    en: 'The command did not end within {seconds} s and was interrupted.',
    ko: '명령이 {seconds}초 안에 끝나지 않아 중단했습니다.',
  },
  'step-question': {
    en: 'The command asks "{question}", and the chapter gives no answer.',
    ko: '명령이 "{question}"라고 묻지만 챕터에는 답이 없습니다.',
  },
  'step-mismatch': { en: 'Unexpected output. {reason}', ko: '출력이 챕터와 다릅니다. {reason}' },
  'step-exit': {
    en: 'Unexpected exit status {actual}, expected {expected}.',
    ko: '종료 코드가 {expected}이어야 하는데 {actual}입니다.',
  },
  'step-should-fail': {
    en: 'The command succeeded, but the chapter says that it fails.',
    ko: '챕터에는 실패하는 명령으로 되어 있지만 성공했습니다.',
  },
  'step-failed': {
    en: 'The command failed with exit status {exit}, which the chapter does not show: {line}',
    ko: '명령이 종료 코드 {exit}(으)로 실패했지만 챕터에는 그런 내용이 없습니다: {line}',
  },
  'step-failed-with-success': {
    en: 'The command ended with exit status 0 and did nothing: {line}',
    ko: '명령이 종료 코드 0으로 끝났지만 아무 일도 하지 못했습니다: {line}',
  },
  'step-failed-silently': {
    en: 'The command failed with exit status {exit} and without a word, which the chapter does not show.',
    ko: '명령이 아무 출력 없이 종료 코드 {exit}(으)로 실패했지만 챕터에는 그런 내용이 없습니다.',
  },
  'engine-gone': {
    en: 'The Docker Engine no longer answers.',
    ko: '도커 엔진이 더 이상 응답하지 않습니다.',
  },
  'image-missing': {
    en: 'Docker Hub does not answer, and there is no stand-in for the image {image}.',
    ko: '도커 허브가 응답하지 않고, {image} 이미지를 대신할 이미지도 없습니다.',
  },
  'stand-in-fault': {
    en: 'The result hangs on a stand-in image: {why}',
    ko: '결과가 대체 이미지에 달려 있습니다: {why}',
  },
  'environment-no-engine': { en: 'No Docker Engine answers: {line}', ko: '응답하는 도커 엔진이 없습니다: {line}' },
  'environment-rate-limit': {
    en: "The registry's rate limit is reached: {line}",
    ko: '레지스트리의 요청 한도에 도달했습니다: {line}',
  },
  'environment-no-registry': {
    en: 'The registry cannot be reached: {line}',
    ko: '레지스트리에 연결할 수 없습니다: {line}',
  },
  'environment-no-network': {
    en: 'The network cannot be reached: {line}',
    ko: '네트워크에 연결할 수 없습니다: {line}',
  },
  'environment-no-space': { en: 'The disk is full: {line}', ko: '디스크가 가득 찼습니다: {line}' },
  'environment-no-memory': {
    en: 'The sandbox’s memory ({megabytes} MB) was all in use, and the kernel ended what would have taken more.',
    ko: '샌드박스의 메모리({megabytes} MB)를 모두 써서 더 쓰려던 프로그램을 커널이 끝냈습니다.',
  },
  'output-too-long': {
    en: 'Of this output {count} {count|line|lines} in the middle were not kept; what the chapter shows may be among them.',
    ko: '출력 가운데 {count}줄은 보관하지 않았습니다. 챕터에 나온 줄이 그 안에 있을 수 있습니다.',
  },
  'environment-kernel-setting': {
    en: 'A setting of the kernel, which is the whole machine’s and is not changed from a sandbox: {line}',
    ko: '커널 설정은 컴퓨터 전체의 것이어서 샌드박스에서 바꾸지 않습니다: {line}',
  },
  'environment-kernel-root': {
    en: 'Only root of the whole machine may do this, and root of a sandbox is not: {line}',
    ko: '컴퓨터 전체의 root만 할 수 있는 일이고, 샌드박스의 root는 그렇지 않습니다: {line}',
  },
  'step-edited': { en: 'Done without the editor: {reason}', ko: '편집기 없이 했습니다: {reason}' },
  'step-skipped': { en: 'Not typed: {reason}', ko: '입력하지 않았습니다: {reason}' },
  'skipped-by-reader': { en: 'Skipped by you.', ko: '직접 건너뛰었습니다.' },
  'setup-failed': {
    en: 'The set-up command "{command}" failed: {why}',
    ko: '준비 명령 "{command}"이(가) 실패했습니다: {why}',
  },
  'setup-failed-silently': {
    en: 'The set-up command "{command}" failed with exit status {exit} and without a word.',
    ko: '준비 명령 "{command}"이(가) 아무 말 없이 종료 상태 {exit}(으)로 실패했습니다.',
  },
  'condition-unmet': {
    en: 'Not typed: only for {condition}.',
    ko: '입력하지 않았습니다: {condition}에서만 실행합니다.',
  },
  'condition-unreadable': {
    en: 'Unreadable condition "{condition}", expected the like of docker>=26, engine=host or platform=linux.',
    ko: '조건 "{condition}"을(를) 읽을 수 없습니다. docker>=26, engine=host, platform=linux 같은 형식이어야 합니다.',
  },
  clashes: {
    en: 'Nothing was run: {count} {count|name or port|names and ports} of the chapter {count|is|are} taken on this engine.',
    ko: '아무것도 실행하지 않았습니다. 챕터가 쓰는 이름이나 포트 {count}개를 이 엔진에서 이미 쓰고 있습니다.',
  },
  'container-ended': {
    en: 'The container {name} that was started here ended by itself with exit status {exit}: {line}',
    ko: '여기서 시작한 컨테이너 {name}이(가) 종료 코드 {exit}(으)로 저절로 끝났습니다: {line}',
  },
  'container-ended-silently': {
    en: 'The container {name} that was started here ended by itself with exit status {exit} and without a word.',
    ko: '여기서 시작한 컨테이너 {name}이(가) 아무 출력 없이 종료 코드 {exit}(으)로 저절로 끝났습니다.',
  },
  'step-nothing-found': {
    en: 'It found nothing, and the chapter means nothing to be there.',
    ko: '찾은 것이 없습니다. 챕터대로라면 있을 것도 없습니다.',
  },
  'step-nothing-there': {
    en: 'There was nothing to clear away: the list in the command is empty here.',
    ko: '지울 것이 없었습니다. 명령 속의 목록이 여기서는 비어 있습니다.',
  },
  'step-nothing-open': {
    en: 'Not typed: it is meant for a program inside a container, and none is open.',
    ko: '입력하지 않았습니다: 컨테이너 안에서 입력할 명령인데 열려 있는 프로그램이 없습니다.',
  },
  'step-refused': {
    en: 'Refused on the host engine: {why}. Allow it with --allow-destructive, or run the chapter in a sandbox.',
    ko: '호스트 엔진에서는 실행하지 않습니다: {why}. --allow-destructive를 붙이거나 샌드박스에서 실행하십시오.',
  },
  'file-not-written': { en: 'Cannot write {file}: {why}', ko: '{file} 파일을 쓸 수 없습니다: {why}' },
  'file-change-unfit': {
    en: 'The change does not fit {file}: the lines from "{text}" on do not stand in it.',
    ko: '변경 내용이 {file} 파일과 맞지 않습니다: "{text}"부터 시작하는 줄이 파일에 없습니다.',
  },
  'file-edit-unfit': {
    en: 'The button changes {file} at "{text}", and that place is not there.',
    ko: '버튼이 {file} 파일의 "{text}"을(를) 고치게 되어 있는데, 그런 곳이 없습니다.',
  },
  'file-patch': {
    en: 'A change to {file} that only a person can make: the chapter describes it in words.',
    ko: '{file} 파일을 사람이 직접 고쳐야 하는 단계입니다. 챕터가 바꿀 내용을 글로만 설명합니다.',
  },
  'status-passed': { en: 'passed', ko: '통과' },
  'status-failed': { en: 'failed', ko: '실패' },
  'status-broken': { en: 'broken', ko: '실행 불가' },
  'status-skipped': { en: 'skipped', ko: '건너뜀' },
  'stand-ins-used': {
    en: 'Stand-in images in place of real ones: {images}',
    ko: '실제 이미지 대신 쓴 대체 이미지: {images}',
  },
  'cause-fault': { en: 'the chapter is wrong', ko: '챕터가 틀렸습니다' },
  'cause-chapter': { en: 'the chapter itself says so', ko: '챕터가 그렇게 정했습니다' },
  'cause-step': { en: 'follows from {chapter}:{line}', ko: '{chapter}:{line}에서 비롯되었습니다' },
  'cause-surroundings': { en: 'the surroundings', ko: '실행 환경에 원인이 있습니다' },
  'cause-reader': { en: "the reader's part", ko: '독자가 준비하거나 결정할 몫입니다' },
  'files-written': { en: '{count} {count|file|files} written', ko: '파일 {count}개 작성' },
  'commands-unread': {
    en: '{count} {count|command|commands} in running text {count|was|were} not typed; tutor plan lists {count|it|them}.',
    ko: '본문 속 명령 {count}개는 입력하지 않았습니다. tutor plan이 보여 줍니다.',
  },
  consequences: {
    en: '{count} {count|step follows|steps follow} from this ({count|line|lines} {lines})',
    ko: '이 때문에 함께 어긋난 단계 {count}개({lines}번째 줄)',
  },
  'lines-hidden': { en: '… {count} {count|line|lines} not shown …', ko: '… {count}줄 생략 …' },
  'stand-in-history': {
    en: 'what differs are the layers of the base image, and those of a stand-in are others',
    ko: '다른 부분은 베이스 이미지의 레이어인데, 대체 이미지의 레이어는 원래 이미지와 다릅니다',
  },
  'snapshot-differs': { en: 'Not what was recorded before. {why}', ko: '이전에 기록된 출력과 다릅니다. {why}' },
} as const satisfies Sentences;
