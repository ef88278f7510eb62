import type { Sentences } from './sentence.ts';

/** Why a difference does not count, by the name of the tolerance that lets it pass. */
export const tolerances = {
  'tolerance-additional-rows': {
    en: 'The command lists everything there is.',
    ko: '그 컴퓨터에 있는 것을 모두 보여 주는 명령입니다.',
  },
  'tolerance-age': {
    en: 'How long ago it was depends on when one looks.',
    ko: '경과 시간은 언제 보느냐에 따라 다릅니다.',
  },
  'tolerance-already-pulled': { en: 'The image was there already.', ko: '이미지를 이미 받아 두었습니다.' },
  'tolerance-apk-noise': {
    en: 'What apk prints on the way depends on the release.',
    ko: 'apk의 진행 메시지는 배포판마다 다릅니다.',
  },
  'tolerance-apt-noise': {
    en: 'What apt prints on the way depends on the release.',
    ko: 'apt의 진행 메시지는 배포판마다 다릅니다.',
  },
  'tolerance-asked-version': {
    en: 'The command asks a program for its version, and it is of another one.',
    ko: '버전을 묻는 명령인데 프로그램의 버전이 다릅니다.',
  },
  'tolerance-blank-line': { en: 'Blank lines do not count.', ko: '빈 줄은 비교하지 않습니다.' },
  'tolerance-build-cache': { en: 'What the build cache holds differs.', ko: '빌드 캐시의 내용은 매번 다릅니다.' },
  'tolerance-build-log': {
    en: 'Times, sizes and IDs of a build differ.',
    ko: '빌드의 시간, 크기, ID는 매번 다릅니다.',
  },
  'tolerance-builder': {
    en: 'Another builder shows the same steps in its own way.',
    ko: '다른 빌더가 같은 단계를 다르게 보여 줍니다.',
  },
  'tolerance-case': {
    en: 'Upper and lower case were not to count.',
    ko: '대문자와 소문자를 구분하지 않기로 했습니다.',
  },
  'tolerance-column-layout': {
    en: 'Columns are compared by name, wherever they stand.',
    ko: '열은 위치가 아니라 이름으로 비교합니다.',
  },
  'tolerance-commit': {
    en: 'A commit or build number of another version.',
    ko: '커밋이나 빌드 번호는 버전마다 다릅니다.',
  },
  'tolerance-compose-name': {
    en: 'Compose 1 joins names with an underscore, compose 2 with a hyphen.',
    ko: 'Compose 1은 이름을 밑줄로, Compose 2는 하이픈으로 잇습니다.',
  },
  'tolerance-compose-progress': {
    en: 'Compose tells its progress differently; the final states are the same.',
    ko: 'Compose의 진행 표시는 다르지만 마지막 상태는 같습니다.',
  },
  'tolerance-converged': {
    en: 'Later versions also say which service it is.',
    ko: '이후 버전은 어느 서비스인지도 알려 줍니다.',
  },
  'tolerance-copy-wording': {
    en: 'Since Docker 29 it tells apart what was copied and what was transferred for it.',
    ko: '도커 29부터 복사한 크기와 전송한 크기를 따로 알려 줍니다.',
  },
  'tolerance-cut-cell': {
    en: 'Docker cut the cell; what it shows is the same.',
    ko: '도커가 칸을 잘랐고 남은 부분은 같습니다.',
  },
  'tolerance-digest': {
    en: 'The digest of what was built or pulled differs from build to build.',
    ko: '다이제스트는 빌드하거나 받은 내용마다 다릅니다.',
  },
  'tolerance-disk-usage': {
    en: 'How much disk a file takes depends on the file system and on versions.',
    ko: '파일이 차지하는 용량은 파일 시스템과 버전에 따라 다릅니다.',
  },
  'tolerance-duration': { en: 'How long it takes depends on the machine.', ko: '걸리는 시간은 컴퓨터마다 다릅니다.' },
  'tolerance-elision': { en: 'The author left something out here.', ko: '저자가 생략한 부분입니다.' },
  'tolerance-error-wording': {
    en: 'Another version words the same error differently.',
    ko: '같은 오류를 버전마다 다르게 표현합니다.',
  },
  'tolerance-escape-code': {
    en: 'Colours and cursor movements are not text.',
    ko: '색과 커서를 다루는 제어 문자는 출력 내용이 아닙니다.',
  },
  'tolerance-exit-status': {
    en: 'Only some versions print the exit status.',
    ko: '일부 버전만 종료 코드를 출력합니다.',
  },
  'tolerance-extra-lines': { en: 'Further lines were not to count.', ko: '더 나온 줄은 비교하지 않기로 했습니다.' },
  'tolerance-file-owner': {
    en: "Files on the reader's machine belong to the reader.",
    ko: '호스트의 파일은 실습하는 사용자의 것입니다.',
  },
  'tolerance-file-size': {
    en: 'Sizes and link counts of files depend on the file system and on versions.',
    ko: '파일의 크기와 링크 수는 파일 시스템과 버전에 따라 다릅니다.',
  },
  'tolerance-generated-name': { en: 'Docker made up this name.', ko: '도커가 지은 이름입니다.' },
  'tolerance-git-progress': { en: 'How far git got is not compared.', ko: 'git의 진행 표시는 비교하지 않습니다.' },
  'tolerance-gloss': { en: "The author's remark is not part of the output.", ko: '저자의 설명은 출력이 아닙니다.' },
  'tolerance-hidden-row': {
    en: 'Docker 29 lists images without a name only where it is asked to.',
    ko: '도커 29는 이름 없는 이미지를 물어볼 때만 보여 줍니다.',
  },
  'tolerance-home': { en: "The reader's home folder is another one.", ko: '사용자의 홈 폴더가 다릅니다.' },
  'tolerance-http': {
    en: 'Lengths, entity tags and browsers differ from server to server.',
    ko: '길이, 엔티티 태그, 브라우저 이름은 서버마다 다릅니다.',
  },
  'tolerance-id': {
    en: 'Docker gives every container, image, network and volume a new ID.',
    ko: '도커는 컨테이너, 이미지, 네트워크, 볼륨마다 새 ID를 붙입니다.',
  },
  'tolerance-image-reference': {
    en: 'One image has several names: with registry and tag, without, by ID.',
    ko: '이미지 하나를 레지스트리와 태그를 붙이거나 빼거나 ID로도 부릅니다.',
  },
  'tolerance-incidental-column': {
    en: 'This column says nothing about the step.',
    ko: '실습의 결과와 상관없는 열입니다.',
  },
  'tolerance-incidental-key': { en: 'This value belongs to the machine.', ko: '컴퓨터마다 다른 값입니다.' },
  'tolerance-inspected-number': { en: 'It is a number of the moment.', ko: '그때그때 다른 숫자입니다.' },
  'tolerance-instruction-form': {
    en: 'Another builder writes the same instruction differently.',
    ko: '빌더마다 같은 명령을 다르게 적습니다.',
  },
  'tolerance-interface-number': {
    en: 'The kernel numbers network interfaces anew.',
    ko: '네트워크 인터페이스 번호는 매번 다릅니다.',
  },
  'tolerance-interrupt': {
    en: 'The key that ended the command is not output.',
    ko: '명령을 끝낸 키는 출력이 아닙니다.',
  },
  'tolerance-ip-address': { en: 'Docker picks the subnet and the address.', ko: '서브넷과 주소는 도커가 정합니다.' },
  'tolerance-ipv6-loopback': { en: 'IPv6 is switched on or off.', ko: 'IPv6를 쓰는지는 컴퓨터마다 다릅니다.' },
  'tolerance-ipv6-port': {
    en: 'The same port is listed for IPv6 too, or not.',
    ko: '같은 포트를 IPv6로도 적거나 적지 않습니다.',
  },
  'tolerance-json-default': {
    en: 'Another version names the same default differently.',
    ko: '버전마다 기본값의 이름이 다릅니다.',
  },
  'tolerance-json-empty': { en: 'Empty is written in several ways.', ko: '빈 값을 적는 방법이 다릅니다.' },
  'tolerance-json-key': { en: 'Versions have keys of their own.', ko: '버전마다 있는 키가 다릅니다.' },
  'tolerance-json-layout': { en: 'The same values, written in another way.', ko: '값은 같고 적는 방법이 다릅니다.' },
  'tolerance-mac-address': { en: 'Docker draws the MAC address.', ko: 'MAC 주소는 도커가 정합니다.' },
  'tolerance-markdown-escape': {
    en: 'The chapter escapes characters for Markdown or HTML.',
    ko: '챕터가 마크다운이나 HTML용으로 글자를 바꾸어 적었습니다.',
  },
  'tolerance-measurement': { en: 'It is measured at the moment.', ko: '그때그때 잰 값입니다.' },
  'tolerance-missing-id': { en: 'Not every builder keeps an ID here.', ko: '빌더에 따라 여기에 ID가 없기도 합니다.' },
  'tolerance-mvn-noise': { en: 'What Maven prints on the way differs.', ko: 'Maven의 진행 메시지는 매번 다릅니다.' },
  'tolerance-notice': { en: 'A notice of this version.', ko: '이 버전이 알리는 말입니다.' },
  'tolerance-npm-noise': { en: 'What npm prints on the way differs.', ko: 'npm의 진행 메시지는 매번 다릅니다.' },
  'tolerance-order': { en: 'The order was not to count.', ko: '순서를 비교하지 않기로 했습니다.' },
  'tolerance-package-summary': {
    en: 'How many packages come along depends on the release.',
    ko: '함께 설치하는 패키지의 수는 배포판마다 다릅니다.',
  },
  'tolerance-pid': { en: 'The system numbers its processes anew.', ko: '프로세스 번호는 매번 다릅니다.' },
  'tolerance-pip-noise': { en: 'What pip prints on the way differs.', ko: 'pip의 진행 메시지는 매번 다릅니다.' },
  'tolerance-placeholder': { en: 'The chapter has a placeholder here.', ko: '챕터에 자리 표시자가 있습니다.' },
  'tolerance-port': {
    en: 'Docker chose this port from the ephemeral range.',
    ko: '도커가 임시 범위에서 고른 포트입니다.',
  },
  'tolerance-progress-bar': { en: 'A full bar says nothing more.', ko: '다 찬 진행 막대에는 더 뜻하는 것이 없습니다.' },
  'tolerance-prompt': {
    en: 'The prompt names the user and the host.',
    ko: '프롬프트에는 사용자와 호스트 이름이 나옵니다.',
  },
  'tolerance-prune-wording': { en: 'Another version words it differently.', ko: '버전마다 표현이 다릅니다.' },
  'tolerance-pull': {
    en: 'Whether the image had to be pulled first differs.',
    ko: '이미지를 먼저 받아야 하는지는 매번 다릅니다.',
  },
  'tolerance-pull-progress': { en: 'Layers come in any order.', ko: '레이어를 받는 순서는 매번 다릅니다.' },
  'tolerance-row-order': { en: 'The order of the rows means nothing.', ko: '행의 순서에는 뜻이 없습니다.' },
  'tolerance-service-order': { en: 'Services take turns as it happens.', ko: '서비스의 출력 순서는 매번 다릅니다.' },
  'tolerance-settings': {
    en: 'Most settings belong to the machine and the version.',
    ko: '설정은 대부분 컴퓨터와 버전에 따라 다릅니다.',
  },
  'tolerance-size': {
    en: 'Sizes depend on the version, the platform and how Docker stores them.',
    ko: '크기는 버전, 플랫폼, 저장 방식에 따라 다릅니다.',
  },
  'tolerance-snapshots': {
    en: 'Browsers draw the same page differently.',
    ko: '같은 화면도 브라우저마다 다르게 그립니다.',
  },
  'tolerance-spacing': { en: 'The number of blanks does not count.', ko: '공백의 수는 비교하지 않습니다.' },
  'tolerance-storage-path': {
    en: "Docker's storage folders have random names.",
    ko: '도커의 저장 폴더 이름은 매번 다릅니다.',
  },
  'tolerance-stream-order': {
    en: 'Output and error output come together as it happens.',
    ko: '표준 출력과 표준 오류가 섞이는 순서는 매번 다릅니다.',
  },
  'tolerance-swarm-id': { en: 'Swarm draws IDs and tokens anew.', ko: '스웜의 ID와 토큰은 매번 새로 만들어집니다.' },
  'tolerance-system': { en: 'It is another system.', ko: '시스템이 다릅니다.' },
  'tolerance-temporary-path': { en: 'Temporary files get a random name.', ko: '임시 파일의 이름은 매번 다릅니다.' },
  'tolerance-timestamp': { en: 'It is another time of day.', ko: '실행한 시각이 다릅니다.' },
  'tolerance-transfer-progress': { en: 'How fast it came is not compared.', ko: '전송 속도는 비교하지 않습니다.' },
  'tolerance-tree-drawing': {
    en: 'Branches are drawn with other characters.',
    ko: '트리를 그리는 문자는 로캘마다 다릅니다.',
  },
  'tolerance-unicode-form': {
    en: 'The same letters, put together from other characters.',
    ko: '글자는 같고 유니코드로 적는 방식만 다릅니다.',
  },
  'tolerance-unended-line': {
    en: 'The shell marks that the output did not end its last line.',
    ko: '출력이 줄바꿈 없이 끝났음을 셸이 나타낸 것입니다.',
  },
  'tolerance-usage': { en: 'It is measured at the moment.', ko: '그때그때 잰 값입니다.' },
  'tolerance-usage-hint': {
    en: 'Versions point to their help differently.',
    ko: '도움말을 안내하는 말은 버전마다 다릅니다.',
  },
  'tolerance-uuid': { en: 'A UUID is drawn anew each time.', ko: 'UUID는 매번 새로 만들어집니다.' },
  'tolerance-version': {
    en: 'The tool is of another version than the one the chapter was written with.',
    ko: '챕터를 쓸 때와 도구의 버전이 다릅니다.',
  },
  'tolerance-whitespace': { en: 'Blanks were not to count.', ko: '공백을 비교하지 않기로 했습니다.' },
  'tolerance-wrapped-line': { en: 'The terminal was of another width.', ko: '터미널의 너비가 다릅니다.' },
  'tolerance-yum-noise': { en: 'What yum prints on the way differs.', ko: 'yum의 진행 메시지는 매번 다릅니다.' },
} as const satisfies Sentences;

export type ToleranceCode = keyof typeof tolerances;
