import type { Sentences } from './sentence.ts';

export const session = {
  'session-no-container': {
    en: "Nothing was typed: this is a line for a container's shell, and none is open in this terminal.",
    ko: '입력하지 않았습니다: 컨테이너 셸에 입력할 명령인데, 이 터미널에는 열려 있는 컨테이너 셸이 없습니다.',
  },
  'session-no-program': {
    en: 'Nothing was typed: this is a line for an interactive program, and none is open in this terminal.',
    ko: '입력하지 않았습니다: 대화형 프로그램에 입력할 줄인데, 이 터미널에는 열려 있는 프로그램이 없습니다.',
  },
  'session-left-program': {
    en: '{program} was still open; tutor left it before typing this command, as a reader would.',
    ko: '{program}이(가) 아직 열려 있어, 독자가 하듯이 먼저 빠져나온 뒤 이 명령을 입력했습니다.',
  },
  'session-question': {
    en: 'The command asks "{question}", and the chapter shows no answer. Add `answer=` to an annotation, or an option that says yes.',
    ko: '명령이 "{question}"라고 묻지만 챕터에 답이 없습니다. 주석에 `answer=`를 적거나 자동으로 답하는 옵션을 붙이십시오.',
  },
  'session-waits-for-input': {
    en: 'The command waits for input from the keyboard, and the chapter gives none.',
    ko: '명령이 키보드 입력을 기다리지만 챕터에 입력할 내용이 없습니다.',
  },
  'session-incomplete': {
    en: 'The shell waits for the rest of the command: a quote, a bracket or a heredoc is not closed.',
    ko: '셸이 명령의 나머지를 기다립니다: 따옴표나 괄호 또는 히어독이 닫히지 않았습니다.',
  },
  'session-tries-again': {
    en: 'Docker tries again and again and does not succeed; the command was ended.',
    ko: '도커가 거듭 시도해도 되지 않아 명령을 중단했습니다.',
  },
  'session-timeout': {
    en: 'The command did not end within {seconds} s and was ended.',
    ko: '명령이 {seconds}초 안에 끝나지 않아 중단했습니다.',
  },
  'session-terminal-replaced': {
    en: 'The command could not be ended with Ctrl-C or Ctrl-\\; the terminal was replaced, in the same folder and with the same variables.',
    ko: '명령을 Ctrl-C와 Ctrl-\\로 끝낼 수 없어, 같은 폴더와 같은 변수로 터미널을 새로 열었습니다.',
  },
  'session-prompt-lost': {
    en: 'This took the prompt of the shell away (bash shows it on its standard error); the chapter goes on in a new terminal, in the same folder and with the same variables.',
    ko: '이 명령으로 셸의 프롬프트가 사라졌습니다(bash는 프롬프트를 표준 오류에 표시합니다). 같은 폴더와 같은 변수로 새 터미널에서 챕터를 계속합니다.',
  },
  'session-shell-ended': {
    en: 'This ended the shell (status {status}); the chapter goes on in a new terminal, in the same folder.',
    ko: '이 명령으로 셸이 종료되었습니다(종료 상태 {status}). 같은 폴더의 새 터미널에서 챕터를 계속합니다.',
  },
  'session-left-running': {
    en: 'The container ignores Ctrl-C: after the third one the docker client gave up and left it running. Stop it with `docker stop`.',
    ko: '컨테이너가 Ctrl-C를 무시합니다. 세 번째 Ctrl-C 뒤에 docker 클라이언트만 끝났고 컨테이너는 계속 실행 중입니다. `docker stop`으로 정지하십시오.',
  },
  'session-killed-client': {
    en: 'The container ignores Ctrl-C; tutor ended the docker client, and the container may still run. Stop it with `docker stop`.',
    ko: '컨테이너가 Ctrl-C를 무시하여 tutor가 docker 클라이언트를 종료했습니다. 컨테이너가 아직 실행 중일 수 있으니 `docker stop`으로 정지하십시오.',
  },
  'session-goes-on': {
    en: 'It goes on while the chapter continues in another terminal: {reason}',
    ko: '다른 터미널에서 이어 가는 동안 계속 실행됩니다: {reason}',
  },
  'session-let-go': {
    en: 'The command runs on after its output ({reason}); tutor let go of the container, which runs on: Ctrl-C would have ended it.',
    ko: '출력이 끝난 뒤에도 명령이 계속 실행되어({reason}) 컨테이너에서 빠져나왔습니다. Ctrl-C를 누르면 컨테이너가 끝나므로 누르지 않았고, 컨테이너는 계속 실행 중입니다.',
  },
  'session-endless': {
    en: 'The command runs on after its output ({reason}); tutor ended it with Ctrl-C.',
    ko: '출력이 끝난 뒤에도 명령이 계속 실행되어({reason}) Ctrl-C로 끝냈습니다.',
  },
  'session-retried': {
    en: 'The server was not ready yet: the command was tried {count} more {count|time|times} within {seconds} s.',
    ko: '서버가 아직 준비되지 않아 {seconds}초 동안 명령을 {count}번 더 실행했습니다.',
  },
  'session-stopped': {
    en: 'tutor was stopped while this command ran.',
    ko: '이 명령이 실행되는 동안 tutor가 중단되었습니다.',
  },
  'session-interrupted-by-reader': { en: 'You ended it with Ctrl-C.', ko: 'Ctrl-C로 직접 끝냈습니다.' },
  'session-closed': {
    en: 'The terminal is closed.',
    ko: '터미널이 닫혀 있습니다.',
  },
  'session-no-shell': {
    en: 'No shell could be started: {why}',
    ko: '셸을 시작할 수 없습니다: {why}',
  },
} as const satisfies Sentences;
