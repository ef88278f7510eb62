import type { Sentences } from './sentence.ts';

export const engine = {
  'unknown-engine': {
    en: 'Unknown engine "{name}", expected host, sandbox, sandbox:20, sandbox:26, sandbox:28, sandbox:29, dind, dind:20, dind:26, dind:28, dind:29, ssh://USER@MACHINE, context:NAME or auto.',
    ko: '알 수 없는 엔진 "{name}"입니다. host, sandbox, sandbox:20, sandbox:26, sandbox:28, sandbox:29, dind, dind:20, dind:26, dind:28, dind:29, ssh://사용자@컴퓨터, context:이름, auto 중에서 지정하십시오.',
  },
  'sandbox-failed': {
    en: 'The sandbox did not start: {why}.',
    ko: '샌드박스가 시작되지 않았습니다: {why}.',
  },
  'sandbox-gone': {
    en: 'The sandbox no longer runs: {why}.',
    ko: '샌드박스가 더 이상 실행되고 있지 않습니다: {why}.',
  },
  'sandbox-impossible': {
    en: 'This machine cannot run a sandbox; missing: {missing}. Where docker works, --engine dind gives the chapter a throw-away engine in a privileged container, and --engine host your own one. Sandboxes run on Debian or Ubuntu as root.',
    ko: '이 컴퓨터에서는 샌드박스를 실행할 수 없습니다. 없는 것: {missing}. docker가 동작하면 --engine dind로 특권 컨테이너 안의 일회용 엔진을, --engine host로 지금 쓰는 엔진을 사용할 수 있습니다. 샌드박스는 Debian 또는 Ubuntu에서 root로 실행됩니다.',
  },
  'not-prepared': {
    en: 'The sandbox of Docker {generation} is not prepared yet. Run "tutor engine prepare sandbox:{generation}".',
    ko: '도커 {generation} 샌드박스가 아직 준비되지 않았습니다. "tutor engine prepare sandbox:{generation}"을(를) 실행하십시오.',
  },
  'dind-not-prepared': {
    en: 'The image for dind:{generation} is not on your Docker Engine yet. Run "tutor engine prepare dind:{generation}".',
    ko: 'dind:{generation}의 이미지가 아직 도커 엔진에 없습니다. "tutor engine prepare dind:{generation}"을(를) 실행하십시오.',
  },
  'dind-failed': {
    en: 'The Docker Engine in a container did not start: {why}.',
    ko: '컨테이너 안의 도커 엔진이 시작되지 않았습니다: {why}.',
  },
  'dind-gone': {
    en: 'The container of the Docker Engine no longer runs: {why}.',
    ko: '도커 엔진의 컨테이너가 더 이상 실행되고 있지 않습니다: {why}.',
  },
  'dind-image-failed': {
    en: 'The image for dind:{generation} could not be made: {why}.',
    ko: 'dind:{generation}의 이미지를 만들 수 없습니다: {why}.',
  },
  'setup-dind-build': {
    en: "Build the image tutor-dind:{generation} on your Docker Engine ({host}) from Debian's image and packages (about 700 MB, a minute or more).",
    ko: '도커 엔진({host})에 이미지 tutor-dind:{generation}을(를) Debian 이미지와 패키지로 만듭니다(약 700MB, 1분 이상).',
  },
  'setup-dind-import': {
    en: 'Import the root file system of sandbox:{generation} into your Docker Engine ({host}) as the image tutor-dind:{generation} (about 700 MB).',
    ko: 'sandbox:{generation}의 루트 파일 시스템을 도커 엔진({host})에 이미지 tutor-dind:{generation}(으)로 넣습니다(약 700MB).',
  },
  'setup-tool': {
    en: "Fetch Debian's package {package} into tutor's cache (nothing is installed).",
    ko: 'Debian 패키지 {package}을(를) tutor의 캐시로 받습니다(시스템에는 설치하지 않습니다).',
  },
  'setup-root': {
    en: "Build the sandbox of Docker {generation} from Debian's packages in tutor's cache (about 700 MB, one minute).",
    ko: '도커 {generation} 샌드박스를 Debian 패키지로 tutor의 캐시에 만듭니다(약 700MB, 1분).',
  },
  'setup-root-upstream': {
    en: "Build the sandbox of Docker {generation} from Docker's own packages (download.docker.com) and Debian's in tutor's cache (about 800 MB, two minutes).",
    ko: '도커 {generation} 샌드박스를 도커의 자체 패키지(download.docker.com)와 Debian 패키지로 tutor의 캐시에 만듭니다(약 800MB, 2분).',
  },
  'setup-modules': {
    en: "Build Docker {version} from its Go modules in tutor's cache, as Docker's own packages (download.docker.com) cannot be reached from here: about 300 MB to fetch, 3 GB of disk meanwhile and 150 MB afterwards, seven minutes on two cores.",
    ko: 'Docker {version}을(를) Go 모듈로 tutor의 캐시에 빌드합니다. 여기서는 도커의 자체 패키지(download.docker.com)에 연결할 수 없기 때문입니다. 약 300MB를 받고, 빌드하는 동안 디스크 3GB, 그 뒤로는 150MB를 쓰며, 코어 두 개로 7분 정도 걸립니다.',
  },
  'setup-modules-and-go': {
    en: "Build Docker {version} from its Go modules in tutor's cache, with Debian's Go in a copy of the root of Docker {base}, as Docker's own packages (download.docker.com) cannot be reached from here: about 400 MB to fetch, 4 GB of disk meanwhile and 150 MB afterwards, eight minutes on two cores.",
    ko: 'Docker {version}을(를) Go 모듈로 tutor의 캐시에 빌드합니다. 여기서는 도커의 자체 패키지(download.docker.com)에 연결할 수 없기 때문이며, Docker {base} 루트의 복사본에 Debian의 Go를 설치해 씁니다. 약 400MB를 받고, 빌드하는 동안 디스크 4GB, 그 뒤로는 150MB를 쓰며, 코어 두 개로 8분 정도 걸립니다.',
  },
  'setup-root-stacked': {
    en: 'Make the sandbox of Docker {generation}: that of Docker {base} with the built programs in it (a second).',
    ko: '도커 {base} 샌드박스에 빌드한 프로그램을 넣어 도커 {generation} 샌드박스를 만듭니다(1초).',
  },
  'modules-failed': {
    en: 'Docker {version} could not be built from its Go modules: {why}.',
    ko: 'Docker {version}을(를) Go 모듈로 빌드할 수 없습니다: {why}.',
  },
  'tool-failed': {
    en: '"{program}" failed: {why}.',
    ko: '"{program}" 실행에 실패했습니다: {why}.',
  },
  'root-failed': {
    en: 'The root file system of Docker {generation} could not be built: {why}.',
    ko: '도커 {generation}의 루트 파일 시스템을 만들 수 없습니다: {why}.',
  },
  'wrong-docker': {
    en: 'Debian {suite} now carries Docker {version}, expected {generation}: this sandbox cannot be built any more.',
    ko: 'Debian {suite}의 도커 버전이 {version}입니다({generation}이(가) 필요합니다). 이 샌드박스는 더 이상 만들 수 없습니다.',
  },
  'host-engine-silent': {
    en: 'No Docker Engine answers on this machine. Start one, or use --engine sandbox.',
    ko: '이 컴퓨터에서 응답하는 도커 엔진이 없습니다. 엔진을 시작하거나 --engine sandbox를 사용하십시오.',
  },
  'sandboxes-run': {
    en: 'Sandboxes are running ({count}); end them first.',
    ko: '실행 중인 샌드박스가 있습니다({count}개). 먼저 끝내십시오.',
  },
  'unknown-engine-action': {
    en: 'Unknown action "{name}", expected one of: {known}.',
    ko: '알 수 없는 동작 "{name}"입니다. 다음 중에서 지정하십시오: {known}.',
  },
  'not-a-sandbox': {
    en: '"{name}" is no throw-away engine, expected sandbox or dind with :20, :26 or :28.',
    ko: '"{name}"은(는) 일회용 엔진이 아닙니다. sandbox 또는 dind에 :20, :26, :28을 붙여 지정하십시오.',
  },
  'needs-terminal': {
    en: 'Stepping into an engine needs a terminal.',
    ko: '엔진에 들어가려면 터미널이 필요합니다.',
  },
  'engine-ready': { en: '{name}  ready      {size}', ko: '{name}  준비됨     {size}' },
  'engine-not-ready': { en: '{name}  not there  {size}', ko: '{name}  준비 안 됨  {size}' },
  'engine-prepared': { en: '{name} is ready.', ko: '{name}이(가) 준비되었습니다.' },
  'engine-removed': { en: 'Freed {size}.', ko: '{size}을(를) 비웠습니다.' },
  'host-engine-confused': {
    en: 'The Docker Engine does not answer {path}: {why}.',
    ko: '도커 엔진이 {path} 요청에 답하지 않습니다: {why}.',
  },
  'no-engine-at': {
    en: 'No Docker Engine answers at {place}.',
    ko: '{place}에서 응답하는 도커 엔진이 없습니다.',
  },
  'pool-of-hosts': {
    en: '--pool spreads the chapters over engines of other machines (ssh://…, context:…), and {engine} is none.',
    ko: '--pool은 챕터를 다른 컴퓨터의 엔진(ssh://…, context:…)에 나누어 실행합니다. {engine}은(는) 그런 엔진이 아닙니다.',
  },
  'no-docker-client': {
    en: 'There is no docker command on this machine. Install one, or use --engine sandbox.',
    ko: '이 컴퓨터에 docker 명령이 없습니다. 설치하거나 --engine sandbox를 사용하십시오.',
  },
  'cleaned-run': {
    en: 'Removed what an earlier run had left ({id}).',
    ko: '이전 실행이 남긴 것을 지웠습니다({id}).',
  },
  'not-cleaned': {
    en: 'Could not remove what an earlier run had left ({id}): {why}. Run "tutor clean" again once that is free; "tutor clean {id}" gives it up if its engine is gone for good.',
    ko: '이전 실행이 남긴 것을 지우지 못했습니다({id}): {why}. 해결한 뒤 "tutor clean"을 다시 실행하십시오. 그 엔진이 아예 없어졌다면 "tutor clean {id}"(으)로 포기할 수 있습니다.',
  },
  'given-up-run': {
    en: 'Gave up what an earlier run had left ({id}): its Docker Engine does not answer.',
    ko: '이전 실행이 남긴 것을 포기했습니다({id}). 그 도커 엔진이 응답하지 않습니다.',
  },
  'ledger-unreadable': {
    en: '{path} cannot be read; another version of tutor has written it, and its "tutor clean" knows what to remove',
    ko: '{path}을(를) 읽을 수 없습니다. 다른 버전의 tutor가 쓴 파일이므로 그 버전의 "tutor clean"으로 정리하십시오',
  },
  'nothing-to-clean': { en: 'Nothing to clean up.', ko: '정리할 것이 없습니다.' },
  'clash-container': {
    en: 'A container "{name}" is already there. Rename or remove it (docker rename {name} {name}-mine), or use --engine sandbox.',
    ko: '"{name}" 컨테이너가 이미 있습니다. 이름을 바꾸거나 지우거나(docker rename {name} {name}-mine) --engine sandbox를 사용하십시오.',
  },
  'clash-port': {
    en: 'Port {port} is already in use on this machine. Free it, or use --engine sandbox.',
    ko: '이 컴퓨터에서 {port} 포트가 이미 사용 중입니다. 포트를 비우거나 --engine sandbox를 사용하십시오.',
  },
  'clash-image': {
    en: 'An image "{name}" is already there. The chapter makes another one of that name; afterwards the name is given back to yours.',
    ko: '"{name}" 이미지가 이미 있습니다. 챕터가 같은 이름의 이미지를 만들며, 끝나면 그 이름을 원래 이미지에 돌려줍니다.',
  },
  'clash-volume': {
    en: 'A volume "{name}" is already there, and the chapter would write into it. Use --engine sandbox, or remove it first.',
    ko: '"{name}" 볼륨이 이미 있으며 챕터가 그 안에 쓰게 됩니다. --engine sandbox를 사용하거나 먼저 지우십시오.',
  },
  'clash-network': {
    en: 'A network "{name}" is already there. Remove it first, or use --engine sandbox.',
    ko: '"{name}" 네트워크가 이미 있습니다. 먼저 지우거나 --engine sandbox를 사용하십시오.',
  },
  'copy-failed': {
    en: 'Cannot copy "{from}" into the sandbox: {why}.',
    ko: '"{from}" 폴더를 샌드박스로 복사할 수 없습니다: {why}.',
  },
} as const satisfies Sentences;
