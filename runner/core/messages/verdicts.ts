import type { Sentences } from './sentence.ts';

/** Sentences about who is to blame, and what shows it. */
export const verdicts = {
  'at-line': { en: 'line {line}', ko: '{line}번째 줄' },
  'at-step': { en: 'step {at}', ko: '{at}단계' },
  'at-chapter-line': { en: '{chapter}:{line}', ko: '{chapter}:{line}' },
  'thing-named': { en: '{kind} {name}', ko: '{kind} {name}' },
  'kind-container': { en: 'the container', ko: '컨테이너' },
  'kind-image': { en: 'the image', ko: '이미지' },
  'kind-volume': { en: 'the volume', ko: '볼륨' },
  'kind-network': { en: 'the network', ko: '네트워크' },
  'kind-service': { en: 'the service', ko: '서비스' },
  'kind-stack': { en: 'the stack', ko: '스택' },
  'kind-repository': { en: 'the git repository', ko: 'git 저장소' },
  'kind-swarm': { en: 'the swarm', ko: '스웜' },
  'kind-project': { en: 'the project of', ko: '프로젝트' },
  'kind-path': { en: 'the file or folder', ko: '파일 또는 폴더' },
  'kind-port': { en: 'port', ko: '포트' },
  'kind-place': { en: 'the folder of terminal', ko: '작업 폴더, 터미널' },
  'kind-content': { en: 'the content of container', ko: '컨테이너의 내용' },
  'kind-opened': { en: 'the program opened by', ko: '프로그램' },
  'kind-server': { en: 'the running program', ko: '실행 중인 프로그램' },
  'kind-containers': { en: 'containers', ko: '컨테이너' },
  'kind-images': { en: 'images', ko: '이미지' },
  'kind-variable': { en: 'the variable', ko: '변수' },
  'kind-package': { en: 'the package', ko: '패키지' },
  'kind-plugin': { en: 'the plugin', ko: '플러그인' },
  'kind-device': { en: 'the device', ko: '장치' },
  'kind-value': { en: 'the value', ko: '값' },
  'kind-other': { en: 'the thing', ko: '대상' },
  'reader-removes': {
    en: 'The page asks its reader in words to take {what} away first, and shows no command for it.',
    ko: '페이지가 {what}을(를) 먼저 없애라고 글로만 말하고, 그 명령은 보여 주지 않습니다.',
  },
  'reader-clears': {
    en: 'The page asks its reader in words ({where}) to take {what} away first, and shows no command for it.',
    ko: '페이지가 {what}을(를) 먼저 없애라고 글로만 말하고({where}), 그 명령은 보여 주지 않습니다.',
  },
  'in-running-text': {
    en: 'A command in the running text ({where}) makes {what}, and is not typed.',
    ko: '본문 글 속의 명령({where})이 {what}을(를) 만드는데, 그 명령은 입력하지 않았습니다.',
  },
  'step-depends': {
    en: 'Not typed: it needs {what}, which {where} should have made.',
    ko: '입력하지 않았습니다: {where}에서 만들었어야 할 {what}이(가) 필요합니다.',
  },
  'place-lost': {
    en: 'Not typed: it hangs on the working folder, and {where} did not lead to it.',
    ko: '입력하지 않았습니다: 작업 폴더에 따라 결과가 달라지는 명령인데 {where}에서 그 폴더로 가지 못했습니다.',
  },
  'opener-not-open': {
    en: 'Not typed: it is meant for the program that {where} should have opened.',
    ko: '입력하지 않았습니다: {where}에서 열었어야 할 프로그램에 입력할 줄입니다.',
  },
  'follows-unmade': {
    en: 'Follows from {where}, which did not make {what}.',
    ko: '{where}에서 {what}이(가) 만들어지지 않아 생긴 결과입니다.',
  },
  'follows-unremoved': {
    en: 'Follows from {where}, which did not remove {what}.',
    ko: '{where}에서 {what}이(가) 지워지지 않아 생긴 결과입니다.',
  },
  'follows-altered': {
    en: 'Follows from {where}, which did not do to {what} what the chapter says.',
    ko: '{where}에서 {what}에 챕터대로 되지 않아 생긴 결과입니다.',
  },
  'follows-left': {
    en: 'Follows from {where}: what it had opened was left before a command for another terminal, and {what} ended with it.',
    ko: '{where}에서 연 프로그램을 다른 터미널의 명령을 치려고 빠져나오면서 {what}이(가) 함께 끝나 생긴 결과입니다.',
  },
  'removed-before': {
    en: 'The chapter itself has removed {what} at {where}.',
    ko: '챕터가 {where}에서 {what}을(를) 이미 지웠습니다.',
  },
  'made-only-later': {
    en: 'The chapter makes {what} only at {where}.',
    ko: '챕터는 {what}을(를) {where}에 가서야 만듭니다.',
  },
  'left-behind': {
    en: '{what} lies where the course begins, and its commands have led into another folder before.',
    ko: '{what}은(는) 코스가 시작하는 폴더에 있는데, 앞의 명령으로 다른 폴더에 들어와 있습니다.',
  },
  'nobody-makes': {
    en: 'No step makes {what}: the reader brings it, or it comes from a chapter before (name that with `after:`). {line}',
    ko: '{what}을(를) 만드는 단계가 없습니다. 독자가 준비하거나 앞 챕터에서 온 것입니다(`after:`로 그 챕터를 적으십시오). {line}',
  },
  'project-of-reader': {
    en: 'The folder that is built holds nothing but its Dockerfile: the project that this copies is one that the reader brings.',
    ko: '빌드하는 폴더에 Dockerfile 말고는 아무것도 없습니다. 복사해 넣을 프로젝트는 독자가 준비하는 것입니다.',
  },
  'sections-apart': {
    en: 'The sections of this chapter stand for themselves, like those of a reference: none of them makes {what} for this command.',
    ko: '이 챕터의 절들은 참고 자료처럼 서로 이어지지 않습니다. 이 명령에 쓸 {what}을(를) 만드는 단계가 없습니다.',
  },
  'rows-of-before': {
    en: 'The output shows {what}, which no step makes: it comes from a chapter before (name that with `after:`), or from the author’s machine.',
    ko: '출력에 나오는 {what}을(를) 만드는 단계가 없습니다. 앞 챕터나(`after:`로 그 챕터를 적으십시오) 글쓴이의 컴퓨터에 있던 것입니다.',
  },
  'more-than-made': {
    en: 'The chapter shows more {what} than its steps have made by then: they come from a chapter before (name that with `after:`), or from the author’s machine.',
    ko: '챕터에 나오는 {what}이(가) 그때까지의 단계가 만든 것보다 많습니다. 앞 챕터나(`after:`로 그 챕터를 적으십시오) 글쓴이의 컴퓨터에 있던 것입니다.',
  },
  'value-of-author': {
    en: 'The value {value} is that of the author’s machine: no step shows where a reader gets it from.',
    ko: '{value}은(는) 글쓴이의 컴퓨터에서 나온 값이고, 독자가 어디서 얻는지 보여 주는 단계가 없습니다.',
  },
  'account-of-reader': {
    en: 'It asks for an account of the reader’s own.',
    ko: '독자 자신의 계정이 필요합니다.',
  },
  'meant-another': {
    en: 'No step makes {what}. Most likely {meant} is meant, which {where} makes.',
    ko: '{what}을(를) 만드는 단계가 없습니다. {where}에서 만든 {meant}을(를) 잘못 적은 것으로 보입니다.',
  },
  'option-swallows': {
    en: 'The option {option} has no value here: it takes the next word, {value}, for it.',
    ko: '옵션 {option}에 값이 없어서, 다음 단어 {value}을(를) 그 값으로 받습니다.',
  },
  'continuation-lost': {
    en: 'The backslash at the end of this line is missing: whoever copies the command gets only its beginning.',
    ko: '이 줄 끝에 백슬래시가 없어서, 그대로 복사하면 명령의 앞부분만 실행됩니다.',
  },
  'continuation-blank': {
    en: 'A blank stands behind the backslash of this line: whoever copies the command gets only its beginning.',
    ko: '이 줄의 백슬래시 뒤에 공백이 있어서, 그대로 복사하면 명령의 앞부분만 실행됩니다.',
  },
  'option-late': {
    en: 'The option {option} stands behind the image {image}: Docker hands it to the program in the container.',
    ko: '옵션 {option}이(가) 이미지 {image} 뒤에 있어서, 도커가 컨테이너 안의 프로그램에 넘겨줍니다.',
  },
  'mapping-as-image': {
    en: 'The word {image} stands where Docker expects an image: the option before it is missing.',
    ko: '이미지가 올 자리에 {image}이(가) 있습니다. 그 앞의 옵션이 빠졌습니다.',
  },
  'no-docker-before': {
    en: 'The word docker is missing before {command}.',
    ko: '{command} 앞에 docker가 빠졌습니다.',
  },
  'image-unknown': {
    en: 'No step builds the image {image}, and Docker Hub has no official image of that name.',
    ko: '{image} 이미지를 빌드하는 단계가 없고, 도커 허브에도 그런 이름의 공식 이미지가 없습니다.',
  },
  'not-proven': {
    en: 'Not as the chapter shows, and nothing of what differs is the chapter’s own: it can come from the machine, an image or a version. {what}',
    ko: '챕터와 다르게 나왔지만, 다른 부분이 챕터가 스스로 정한 것이 아니어서 컴퓨터나 이미지, 버전에서 왔을 수 있습니다. {what}',
  },
  'stand-in-lacks': {
    en: '{image} is a stand-in and lacks the program {program}, which the real image has.',
    ko: '{image}은(는) 대체 이미지여서, 실제 이미지에 있는 {program} 프로그램이 없습니다.',
  },
  'program-lacking': {
    en: 'This machine lacks the program {program}, which the reader is expected to have.',
    ko: '독자에게 있어야 할 {program} 프로그램이 이 컴퓨터에 없습니다.',
  },
  'plugin-lacking': {
    en: 'Docker on this machine lacks the plugin {plugin}, which the reader’s is expected to have.',
    ko: '독자의 도커에 있어야 할 {plugin} 플러그인이 이 컴퓨터의 도커에 없습니다.',
  },
  'platform-lacking': {
    en: 'The image is for another kind of machine than this one: {line}',
    ko: '이 컴퓨터와 다른 종류의 컴퓨터에 쓰는 이미지입니다: {line}',
  },
  'machine-too-small': {
    en: 'This machine has less than the command asks for: {line}',
    ko: '명령이 요구하는 만큼을 이 컴퓨터가 갖추고 있지 않습니다: {line}',
  },
  'user-lacking': {
    en: 'This machine has no user {user}, whom the reader is expected to have.',
    ko: '독자에게 있어야 할 사용자 {user}이(가) 이 컴퓨터에 없습니다.',
  },
  'program-there': {
    en: 'This machine has the program {program}, which the chapter shows to be missing.',
    ko: '챕터에는 없는 것으로 나오는 {program} 프로그램이 이 컴퓨터에는 있습니다.',
  },
  'package-lacking': {
    en: 'This machine does not know the package {package}, which a reader’s machine is expected to have.',
    ko: '독자의 컴퓨터에는 있어야 할 {package} 패키지를 이 컴퓨터에서는 찾을 수 없습니다.',
  },
  'device-lacking': {
    en: 'This machine lacks the device {device}.',
    ko: '이 컴퓨터에 {device} 장치가 없습니다.',
  },
  'environment-expired': {
    en: 'By the clock of this machine the packages’ list is out of date: {line}',
    ko: '이 컴퓨터의 시계로는 패키지 목록의 유효 기간이 지났습니다: {line}',
  },
  'service-manager-lacking': {
    en: 'This machine is not started by a service manager: {line}',
    ko: '이 컴퓨터는 서비스 관리자로 시작되지 않았습니다: {line}',
  },
} as const satisfies Sentences;
