import type { Sentences } from './sentence.ts';

export const cli = {
  tutor: {
    en: 'Runs Markdown tutorials as they are, in a real terminal, on a real Docker Engine.',
    ko: '마크다운 튜토리얼을 있는 그대로, 진짜 터미널과 진짜 도커 엔진에서 실행합니다.',
  },
  'unreadable-chapter': {
    en: 'Cannot read the chapter: {why}.',
    ko: '챕터를 읽을 수 없습니다: {why}.',
  },
  'bad-config': {
    en: 'Unusable configuration: {why}',
    ko: '설정을 사용할 수 없습니다: {why}',
  },
  'outside-repository': {
    en: '{name} leads out of {root}: a chapter brings along only what lies in its own repository.',
    ko: '{name}은(는) {root} 바깥을 가리킵니다. 챕터는 자기 저장소 안에 있는 것만 쓸 수 있습니다.',
  },
  'no-chapters': {
    en: 'No chapter found: nothing under {root} fits {patterns}. Name a Markdown file, or list the chapters in tutor.yml.',
    ko: '챕터를 찾지 못했습니다: {root} 아래에 {patterns}에 맞는 파일이 없습니다. 마크다운 파일을 지정하거나 tutor.yml에 챕터를 적으십시오.',
  },
  'unknown-chapter': {
    en: 'No chapter "{name}", expected a Markdown file or one of: {known}.',
    ko: '"{name}" 챕터가 없습니다. 마크다운 파일이나 다음 중 하나를 지정하십시오: {known}.',
  },
  'unknown-chapter-near': {
    en: 'No chapter "{name}". Did you mean "{near}"?',
    ko: '"{name}" 챕터가 없습니다. "{near}" 아닌가요?',
  },
  'unknown-chapter-none': {
    en: 'No chapter "{name}": there is no such file, and this folder has no chapters.',
    ko: '"{name}" 챕터가 없습니다. 그런 파일이 없고 이 폴더에는 챕터도 없습니다.',
  },
  'unknown-section-near': {
    en: 'No section "{section}". Did you mean "{near}"?',
    ko: '"{section}" 절이 없습니다. "{near}" 아닌가요?',
  },
  'after-unknown': {
    en: 'This chapter builds on "{name}" (`after:`), and there is no such chapter. There are: {known}.',
    ko: '이 챕터는 `after:`에 "{name}"을(를) 앞 챕터로 적었지만 그런 챕터가 없습니다. 있는 챕터: {known}.',
  },
  'after-unknown-near': {
    en: 'This chapter builds on "{name}" (`after:`), and there is no such chapter. Did you mean "{near}"?',
    ko: '이 챕터는 `after:`에 "{name}"을(를) 앞 챕터로 적었지만 그런 챕터가 없습니다. "{near}"을(를) 쓰려고 하셨습니까?',
  },
  'set-unknown': {
    en: 'A value is given for the variable "{name}", and there is no such variable. There are: {known}.',
    ko: '"{name}" 변수에 값을 지정했지만 그런 변수가 없습니다. 있는 변수: {known}.',
  },
  'set-unknown-near': {
    en: 'A value is given for the variable "{name}", and there is no such variable. Did you mean "{near}"?',
    ko: '"{name}" 변수에 값을 지정했지만 그런 변수가 없습니다. "{near}"을(를) 쓰려고 하셨습니까?',
  },
  'set-needless': {
    en: 'A value is given for the variable "{name}", and nothing here has variables.',
    ko: '"{name}" 변수에 값을 지정했지만 여기에는 변수가 없습니다.',
  },
  'set-question': { en: '{prompt} [{value}] ', ko: '{prompt} [{value}] ' },
  'set-question-plain': {
    en: 'Value of “{name}”, used at line {lines}:',
    ko: '“{name}”의 값({lines}번 줄에서 씁니다):',
  },
  'after-circle': {
    en: 'These chapters build on one another (`after:`), so none can be the first: {way}.',
    ko: '챕터들이 `after:`로 서로를 앞 챕터로 적어서 먼저 실행할 챕터를 정할 수 없습니다: {way}.',
  },
  'ambiguous-chapter': {
    en: '"{name}" fits several chapters: {paths}. Give the path.',
    ko: '"{name}"에 맞는 챕터가 여럿입니다: {paths}. 경로를 지정하십시오.',
  },
  'unknown-section': {
    en: 'No section "{section}" in this chapter, expected one of: {known}.',
    ko: '이 챕터에는 "{section}" 절이 없습니다. 다음 중 하나를 지정하십시오: {known}.',
  },
  'needs-yes': {
    en: 'Set-up is needed and was not agreed to. Run the command again with --yes, or at a keyboard.',
    ko: '준비 작업이 필요하지만 동의를 받지 못했습니다. --yes를 붙이거나 키보드가 있는 터미널에서 다시 실행하십시오.',
  },
  'setup-announce': {
    en: 'Before the first step, tutor has to prepare this machine (once; kept in {cache}):',
    ko: '첫 단계 전에 이 컴퓨터를 준비해야 합니다(한 번만 하며 {cache}에 보관합니다):',
  },
  'setup-question': { en: 'Go ahead? [y/N] ', ko: '진행할까요? [y/N] ' },
  'never-run': {
    en: '"{name}" has not been run yet: there is nothing to explain. Run it with tutor run or tutor test.',
    ko: '"{name}"은(는) 아직 실행한 적이 없어 설명할 것이 없습니다. tutor run이나 tutor test로 실행하십시오.',
  },
  'unusable-file': { en: 'Cannot use {path}: {why}.', ko: '{path}을(를) 사용할 수 없습니다: {why}.' },
  'nested-too-deeply': {
    en: 'The chapter is nested too deeply to be read.',
    ko: '챕터가 너무 깊이 중첩되어 있어 읽을 수 없습니다.',
  },
  'machine-failed': {
    en: 'This machine stood in the way: {why}.',
    ko: '이 컴퓨터의 사정으로 계속할 수 없습니다: {why}.',
  },
  'tutor-failed': {
    en: 'tutor itself went wrong: {why}. With TUTOR_DEBUG=1 it also prints the trace that a report of this fault needs.',
    ko: 'tutor 자체에 문제가 생겼습니다: {why}. TUTOR_DEBUG=1을 붙여 실행하면 신고에 필요한 추적 정보도 출력합니다.',
  },
  'no-tolerance': { en: 'No tolerance was needed.', ko: '허용 항목을 쓰지 않았습니다.' },
  'unknown-shell': {
    en: 'No completion for "{name}"; there is one for: {known}.',
    ko: '"{name}"용 자동 완성은 없습니다. 있는 것: {known}.',
  },
  'list-steps': { en: '{count} {count|step|steps}', ko: '{count}단계' },
  'list-came-to': { en: 'step {at} of {count}', ko: '{count}단계 중 {at}단계' },
  'list-images': { en: 'needs {count} {count|image|images}', ko: '이미지 {count}개 필요' },
  'list-size': { en: 'about {size}', ko: '약 {size}' },
  'list-size-to-get': {
    en: 'about {size}, {missing} of that still to get',
    ko: '약 {size}(그중 {missing}은(는) 아직 없음)',
  },
  'list-size-all-to-get': { en: 'about {size} to get', ko: '새로 받을 것 약 {size}' },
  'list-size-unknown': { en: '{count} of unknown size', ko: '{count}개는 크기를 모름' },
  'list-port': { en: 'port {ports}', ko: '포트 {ports}' },
  'list-ports': { en: 'ports {ports}', ko: '포트 {ports}' },
  'list-done': { en: 'gone through', ko: '다 했음' },
  'list-after': { en: 'after {before}', ko: '먼저 할 챕터: {before}' },
  'doctor-engine': {
    en: 'Your Docker Engine answers: {version}.',
    ko: '내 도커 엔진이 응답합니다: {version}.',
  },
  'doctor-no-engine': { en: 'No Docker Engine of your own answers.', ko: '응답하는 내 도커 엔진이 없습니다.' },
  'doctor-no-client': { en: 'There is no Docker here.', ko: '도커가 설치되어 있지 않습니다.' },
  'doctor-install-engine': {
    en: 'Install Docker Engine (sudo apt-get install docker.io), or use --engine sandbox.',
    ko: 'Docker Engine을 설치하거나(sudo apt-get install docker.io) --engine sandbox를 쓰세요.',
  },
  'doctor-install-desktop': {
    en: 'Install Docker Desktop and start it once: https://docs.docker.com/desktop/setup/install/mac-install/',
    ko: 'Docker Desktop을 설치하고 한 번 시작하세요: https://docs.docker.com/desktop/setup/install/mac-install/',
  },
  'doctor-install-wsl': {
    en: 'Install Docker Desktop on Windows and switch on its WSL integration, or use --engine sandbox.',
    ko: 'Windows에 Docker Desktop을 설치하고 WSL 통합을 켜거나 --engine sandbox를 쓰세요.',
  },
  'doctor-join-group': {
    en: 'You may not use it: sudo usermod -aG docker $USER, then log in again.',
    ko: '쓸 권한이 없습니다. sudo usermod -aG docker $USER를 실행한 뒤 다시 로그인하세요.',
  },
  'doctor-start-desktop': { en: 'Start Docker Desktop.', ko: 'Docker Desktop을 시작하세요.' },
  'doctor-start-wsl': {
    en: 'Switch on WSL integration in Docker Desktop (Settings, Resources), or use --engine sandbox.',
    ko: 'Docker Desktop 설정의 Resources에서 WSL 통합을 켜거나 --engine sandbox를 쓰세요.',
  },
  'doctor-start-service': {
    en: 'Start it with sudo systemctl start docker, or use --engine sandbox.',
    ko: 'sudo systemctl start docker로 시작하거나 --engine sandbox를 쓰세요.',
  },
  'doctor-sandbox-ready': {
    en: 'Throw-away Docker hosts are ready (--engine sandbox).',
    ko: '일회용 도커 호스트가 준비되어 있습니다(--engine sandbox).',
  },
  'doctor-sandbox-possible': {
    en: 'Throw-away Docker hosts can be made here, and are not prepared yet.',
    ko: '일회용 도커 호스트를 쓸 수 있지만 아직 준비하지 않았습니다.',
  },
  'doctor-prepare-sandbox': {
    en: 'Prepare one with tutor engine prepare; it says what it does first.',
    ko: 'tutor engine prepare로 준비하세요. 무엇을 할지 먼저 알려 줍니다.',
  },
  'doctor-no-sandbox': {
    en: 'Throw-away Docker hosts cannot be made here.',
    ko: '이 컴퓨터에서는 일회용 도커 호스트를 만들 수 없습니다.',
  },
  'doctor-sandbox-dind': {
    en: 'They need Linux. With Docker Desktop running, --engine dind gives a throw-away engine in a container.',
    ko: '리눅스에서만 만들 수 있습니다. Docker Desktop을 켜고 --engine dind를 쓰면 컨테이너 안에 일회용 엔진을 만듭니다.',
  },
  'doctor-sandbox-root': {
    en: 'They need root: sudo tutor run CHAPTER --engine sandbox.',
    ko: 'root 권한이 필요합니다. sudo tutor run 챕터 --engine sandbox로 실행하세요.',
  },
  'doctor-space': { en: '{free} GB are free for {folder}.', ko: '{folder}에 {free}GB가 남아 있습니다.' },
  'doctor-make-space': {
    en: 'Images of a chapter may not fit. tutor images remove and tutor engine remove give back what is not needed.',
    ko: '챕터의 이미지가 다 들어가지 않을 수 있습니다. tutor images remove와 tutor engine remove로 안 쓰는 것을 지우세요.',
  },
  'doctor-hub': { en: 'Docker Hub answers.', ko: '도커 허브가 응답합니다.' },
  'doctor-no-hub': { en: 'Docker Hub does not answer.', ko: '도커 허브가 응답하지 않습니다.' },
  'doctor-stand-ins': {
    en: 'Throw-away hosts use stand-ins for well-known images; tutor images shows which.',
    ko: '일회용 호스트는 잘 알려진 이미지를 대체 이미지로 씁니다. tutor images에서 볼 수 있습니다.',
  },
  'doctor-reach-hub': {
    en: 'Look at the network, and at HTTPS_PROXY where it needs a proxy; only images that were pulled before can be used.',
    ko: '네트워크를 확인하고, 프록시가 필요하면 HTTPS_PROXY를 지정하세요. 지금은 전에 받아 둔 이미지만 쓸 수 있습니다.',
  },
  'doctor-editor': { en: 'Commands are edited in {name}.', ko: '명령은 {name}에서 고칩니다.' },
  'doctor-no-editor': {
    en: 'Commands are edited in vi; set EDITOR for another editor.',
    ko: '명령은 vi에서 고칩니다. 다른 편집기를 쓰려면 EDITOR를 지정하세요.',
  },
  'usage-unknown-verb': { en: 'No such command: {name}.', ko: '{name} 명령이 없습니다.' },
  'usage-unknown-option': { en: 'No such option: {name}.', ko: '{name} 옵션이 없습니다.' },
  'usage-missing-operand': {
    en: 'Missing: {name}. tutor help tells what is wanted.',
    ko: '{name} 값이 필요합니다. tutor help에서 쓰는 법을 볼 수 있습니다.',
  },
  'usage-missing-value': { en: 'A value is missing: {name}.', ko: '값이 필요합니다: {name}.' },
  'usage-too-many': { en: 'Too many arguments for {name}.', ko: '{name} 명령에 인자가 너무 많습니다.' },
  'usage-wrong': { en: 'The command line cannot be understood: {why}', ko: '명령줄을 이해할 수 없습니다: {why}' },
  'usage-near': { en: '{what} Did you mean {near}?', ko: '{what} {near} 아닌가요?' },
  'usage-value': { en: '{flag}: {why}', ko: '{flag}: {why}' },
  'help-usage': { en: 'Usage:', ko: '사용법:' },
  'help-options': { en: 'Options:', ko: '옵션:' },
  'help-verbs': { en: 'Commands:', ko: '명령:' },
  'help-operands': { en: 'Arguments:', ko: '인자:' },
  'help-version': { en: 'Print the version.', ko: '버전을 출력합니다.' },
  'help-help': { en: 'Show how it is used.', ko: '사용법을 보여 줍니다.' },
  'open-address': {
    en: 'The chapter is at {address}\nCtrl-C ends it and removes what it made.',
    ko: '챕터 주소: {address}\nCtrl-C를 누르면 끝나고 만든 것도 지워집니다.',
  },
  'open-shared': {
    en: 'From other machines it is opened by this machine’s name or address and the password. What is sent is not encrypted: use it in a network that you trust.',
    ko: '다른 컴퓨터에서는 이 컴퓨터의 이름이나 주소로 열고 암호를 입력합니다. 주고받는 내용은 암호화되지 않으므로 믿을 수 있는 네트워크에서만 쓰십시오.',
  },
  'open-password': {
    en: 'A page that others can reach needs a password of at least {count} {count|character|characters}: set {variable}, or type one when asked.',
    ko: '다른 컴퓨터에서 여는 페이지에는 {count}자 이상의 암호가 필요합니다. {variable}에 넣거나 물을 때 입력하십시오.',
  },
  'open-password-question': { en: 'Password for the page: ', ko: '페이지 암호: ' },
  'open-host-engine': {
    en: 'A page that others can reach runs on a sandbox only, never on this machine’s own Docker.',
    ko: '다른 컴퓨터에서 여는 페이지는 이 컴퓨터의 도커가 아니라 샌드박스에서만 실행합니다.',
  },
  'open-one-chapter': { en: 'Name one chapter or one course to open.', ko: '열 챕터나 코스를 하나만 지정하세요.' },
  'open-one-engine': {
    en: 'A page runs on one engine; name one.',
    ko: '페이지는 엔진 하나로 실행합니다. 하나만 지정하세요.',
  },
} as const satisfies Sentences;
