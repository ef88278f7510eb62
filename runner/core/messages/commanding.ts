import type { Sentences } from './sentence.ts';

/** Why a command does not end, and what it may take away. They stand in other sentences. */
export const commanding = {
  'ends-server': {
    en: '{what} is a server and runs in the foreground',
    ko: '{what}: 포그라운드에서 계속 실행되는 서버',
  },
  'ends-server-image': {
    en: 'the image is a server and runs in the foreground',
    ko: '포그라운드에서 계속 실행되는 서버 이미지',
  },
  'ends-starts-server': { en: 'it starts a server', ko: '서버를 시작하는 명령' },
  'ends-publishes': {
    en: 'it publishes a port in the foreground, as a server does',
    ko: '서버처럼 포그라운드에서 포트를 공개하는 명령',
  },
  'ends-until-stopped': { en: '{what} goes on until Ctrl-C', ko: '{what}: Ctrl-C를 누를 때까지 계속되는 명령' },
  'ends-works-on': { en: 'it works until Ctrl-C', ko: 'Ctrl-C를 누를 때까지 계속되는 명령' },
  'ends-never': { en: '{what} has no end', ko: '{what}: 끝이 없음' },
  'ends-loop': { en: 'the loop has no end', ko: '끝나지 않는 반복문' },
  'ends-long': { en: '{what} is not waited for', ko: '{what}: 끝날 때까지 기다리지 않음' },
  'ends-waits-for-input': { en: '{what} waits for input', ko: '{what}: 입력을 기다리는 중' },
  'ends-not-known': { en: 'what {what} does is not known', ko: '{what}: 무엇을 하는지 알 수 없음' },
  'ends-program-not-known': { en: 'what the program does is not known', ko: '무엇을 하는지 알 수 없는 프로그램' },
  'ends-with-its-program': {
    en: '{what} ends with the program that it shows',
    ko: '{what}: 보여 주는 프로그램이 끝나야 끝나는 명령',
  },
  'ends-with-head': { en: 'it ends when head has its lines', ko: 'head가 줄을 다 받으면 끝나는 명령' },
  'ends-reads-pipe': { en: 'it reads its input without a terminal', ko: '터미널 없이 입력을 읽는 명령' },
  'ends-after': { en: 'after {seconds} s', ko: '{seconds}초 뒤' },
  'ends-when-shown': { en: '"{text}" was shown', ko: '"{text}" 출력됨' },
  'ends-says-so': { en: 'it says that it goes on until Ctrl-C', ko: 'Ctrl-C를 누를 때까지 계속된다고 알림' },
  'ends-goes-on': { en: 'it goes on', ko: '계속 실행됨' },
  'not-utf8': { en: 'it is not UTF-8 text', ko: 'UTF-8 텍스트가 아닙니다' },
  'not-ready-in-time': { en: 'not ready in time; {said}', ko: '제때 준비되지 않았습니다. {said}' },
  'not-a-file': { en: 'it is not a file', ko: '파일이 아닙니다' },
  'no-answer-from': { en: 'no answer from {what}', ko: '{what} 응답 없음' },
  'destroys-unused': {
    en: '{what} removes all that is unused, not only what this chapter made',
    ko: '{what}: 이 챕터가 만든 것만이 아니라 쓰지 않는 것을 모두 지웁니다',
  },
  'destroys-all-listed': {
    en: '{what} of everything that {list} lists',
    ko: '{list} 목록에 있는 모든 것에 {what} 명령을 실행합니다',
  },
  'destroys-machine': { en: '{what} ends the machine', ko: '{what}: 컴퓨터를 끕니다' },
  'destroys-processes': {
    en: '{what} ends processes that are not the chapter’s',
    ko: '{what}: 챕터와 상관없는 프로세스까지 끝냅니다',
  },
  'destroys-engine': {
    en: '{what} ends the engine and what runs on it',
    ko: '{what}: 엔진과 그 위에서 실행 중인 것을 끝냅니다',
  },
  'destroys-device': { en: '{what} writes to a device', ko: '{what}: 장치에 직접 씁니다' },
  'destroys-files': { en: 'it removes files of {what}', ko: '{what} 폴더의 파일을 지웁니다' },
  'destroys-packages': { en: '{what} removes packages of the machine', ko: '{what}: 컴퓨터의 패키지를 지웁니다' },
  'destroys-system': {
    en: '{what} takes something away from the machine itself',
    ko: '{what}: 컴퓨터 자체의 설정을 지웁니다',
  },
  'destroys-swarm': {
    en: 'it leaves the swarm and drops all its services',
    ko: '스웜에서 나가면서 그 서비스를 모두 버립니다',
  },
  'destroys-elsewhere': {
    en: 'it chooses another engine, on which tutor could not clean up',
    ko: 'tutor가 정리할 수 없는 다른 엔진을 고릅니다',
  },
  'destroys-by-socket': { en: 'it speaks to the engine’s socket itself', ko: '엔진의 소켓에 직접 요청합니다' },
  'destroys-whole-machine': {
    en: 'it gives a container all files of the machine',
    ko: '컴퓨터의 모든 파일을 컨테이너에 내줍니다',
  },
  'destroys-unrecorded': {
    en: '{what} makes what tutor could not take back',
    ko: '{what}: tutor가 되돌릴 수 없는 것을 만듭니다',
  },
} as const satisfies Sentences;
