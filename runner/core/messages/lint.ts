import type { Sentences } from './sentence.ts';

/** What a reader of a chapter would stumble over. */
export const lint = {
  'lint-unclosed-block': {
    en: 'Unclosed code block: it runs to the end of the document or of what it stands in.',
    ko: '코드 블록이 닫히지 않아 문서나 바깥 요소의 끝까지 이어집니다.',
  },
  'lint-orphan-output': {
    en: 'Output that no command of the chapter prints.',
    ko: '챕터의 어떤 명령에도 속하지 않는 출력입니다.',
  },
  'lint-broken-continuation': {
    en: 'A blank behind the backslash: the command ends here for whoever copies it.',
    ko: '백슬래시 뒤에 공백이 있어, 복사해 붙이면 명령이 여기서 끝납니다.',
  },
  'lint-backslash-too-many': {
    en: 'Nothing goes on behind this backslash.',
    ko: '이 백슬래시 뒤로 이어지는 줄이 없습니다.',
  },
  'lint-nameless-file': {
    en: 'A file without a name: it is not written. Name it in the sentence above or in its first line.',
    ko: '이름이 없는 파일이라 만들어지지 않습니다. 바로 위 문장이나 첫 줄에 이름을 적어 주세요.',
  },
  'lint-commands-as-example': {
    en: 'Commands behind a prompt that are read as an example and not typed.',
    ko: '프롬프트가 있지만 예시로 읽혀 입력되지 않는 명령입니다.',
  },
  'lint-unknown-mark': {
    en: 'The course’s format knows no mark "{mark}": nobody can click this.',
    ko: '이 과정 형식에는 "{mark}" 표시가 없어, 눌러도 아무 일이 일어나지 않습니다.',
  },
  'lint-unknown-mark-near': {
    en: 'The course’s format knows no mark "{mark}"; perhaps "{near}" is meant.',
    ko: '이 과정 형식에는 "{mark}" 표시가 없습니다. "{near}"을(를) 뜻한 것 같습니다.',
  },
  'lint-button-without-command': {
    en: 'This button types something that no shell takes for a command.',
    ko: '이 버튼은 셸이 명령으로 받아들이지 않는 글을 입력합니다.',
  },
  'lint-variable-never-asked': {
    en: 'Nothing asks for the variable "{name}", and nothing sets it: its reader sees it as it stands.',
    ko: '변수 "{name}"을(를) 묻는 곳도 정하는 곳도 없어, 독자에게 그대로 보입니다.',
  },
  'lint-check-never-succeeds': {
    en: 'The check {name} can never say yes: it ends badly whatever was done.',
    ko: '확인 스크립트 {name}은(는) 무엇을 해도 실패로 끝나므로 통과할 수 없습니다.',
  },
  'lint-check-never-fails': {
    en: 'The check {name} can never say no: its exit status alone counts, and that is always 0.',
    ko: '확인 스크립트 {name}은(는) 언제나 통과합니다. 종료 코드만 보는데 그 값이 늘 0입니다.',
  },
  'lint-placeholder': {
    en: 'Placeholder "{text}" in a command that is to be typed, expected a value that works.',
    ko: '입력할 명령에 자리표시자 "{text}"이(가) 있습니다. 실제로 동작하는 값이 필요합니다.',
  },
  'lint-unpinned-image': {
    en: 'Image {image} without a fixed tag: "latest" is another image tomorrow.',
    ko: '{image} 이미지에 고정된 태그가 없습니다. "latest"는 내일이면 다른 이미지입니다.',
  },
  'lint-never-made': {
    en: 'Unknown {kind} "{name}": no command of the chapter makes it.',
    ko: '{kind} "{name}"을(를) 만드는 명령이 챕터에 없습니다.',
  },
  'lint-made-later': {
    en: 'The {kind} "{name}" is used before it is made (line {later}).',
    ko: '{kind} "{name}"을(를) 만들기 전에 사용합니다({later}번째 줄에서 만듭니다).',
  },
  'lint-port-twice': {
    en: 'Port {port} is still taken by the container of line {earlier}.',
    ko: '{port} 포트는 {earlier}번째 줄의 컨테이너가 아직 쓰고 있습니다.',
  },
  'lint-name-twice': {
    en: 'The container name "{name}" is still taken since line {earlier}.',
    ko: '컨테이너 이름 "{name}"은(는) {earlier}번째 줄부터 이미 쓰이고 있습니다.',
  },
  'lint-dockerfile-empty': {
    en: 'Empty Dockerfile, expected at least FROM.',
    ko: 'Dockerfile이 비어 있습니다. 적어도 FROM이 필요합니다.',
  },
  'lint-dockerfile-no-from': {
    en: 'Unexpected {subject} before the first FROM.',
    ko: '첫 FROM보다 앞에 {subject}이(가) 있습니다.',
  },
  'lint-dockerfile-unknown-instruction': {
    en: 'Unknown instruction {subject}.',
    ko: '알 수 없는 명령어 {subject}입니다.',
  },
  'lint-dockerfile-missing-arguments': { en: '{subject} without arguments.', ko: '{subject}에 인자가 없습니다.' },
  'lint-dockerfile-wrong-arguments': { en: 'Wrong arguments: {subject}.', ko: '인자가 잘못되었습니다: {subject}.' },
  'lint-dockerfile-malformed-json': {
    en: '{subject} looks like the exec form and is not valid JSON: a shell runs it as it stands.',
    ko: '{subject}은(는) exec 형식처럼 보이지만 올바른 JSON이 아니어서 셸이 그대로 실행합니다.',
  },
  'lint-dockerfile-open-heredoc': { en: 'Heredoc {subject} has no end.', ko: '히어독 {subject}의 끝이 없습니다.' },
  'lint-dockerfile-duplicate-stage': {
    en: 'Two stages are called {subject}.',
    ko: '{subject}(이)라는 단계가 둘입니다.',
  },
  'lint-dockerfile-wrong-trigger': {
    en: 'ONBUILD cannot run {subject}.',
    ko: 'ONBUILD는 {subject}을(를) 실행할 수 없습니다.',
  },
  'lint-missing-source': {
    en: 'The build copies "{file}", which the chapter never gives.',
    ko: '빌드가 "{file}"을(를) 복사하지만 챕터에서 제공하지 않습니다.',
  },
  'lint-clean': { en: 'Nothing to stumble over.', ko: '걸리는 곳이 없습니다.' },
} as const satisfies Sentences;
