import type { Sentences } from './sentence.ts';

/** Sentences about courses, their scripts and their checks. */
export const courses = {
  'course-syntax': {
    en: 'This is no valid {format}: look at this line and the one above it.',
    ko: '올바른 {format}이(가) 아닙니다. 이 줄과 바로 윗줄을 살펴보세요.',
  },
  'course-value': {
    en: '“{key}” holds something that its format does not know.',
    ko: '“{key}”의 값이 이 형식에서 쓸 수 없는 값입니다.',
  },
  'course-value-missing': { en: '“{key}” is missing here.', ko: '여기에 “{key}”이(가) 없습니다.' },
  'course-empty': { en: 'This course has no page.', ko: '이 과정에는 페이지가 없습니다.' },
  'course-file-missing': {
    en: 'The course names {name}, and there is no such file.',
    ko: '과정에 {name}이(가) 적혀 있지만 그런 파일이 없습니다.',
  },
  'course-other-host': {
    en: 'What the course puts on its machine {host} is left out: a reader here has one machine.',
    ko: '과정이 {host} 컴퓨터에 두는 것은 제외합니다. 여기서는 컴퓨터가 한 대뿐입니다.',
  },
  'course-other-machine': {
    en: 'the course is for another kind of machine ({machine})',
    ko: '다른 종류의 컴퓨터({machine})에서 진행하는 과정입니다',
  },
  'course-service-left-out': {
    en: 'The service {name} of the course’s compose file is not started here.',
    ko: '과정의 컴포즈 파일에 있는 서비스 {name}은(는) 여기서 띄우지 않습니다.',
  },
  'course-own-image': {
    en: 'The course’s workspace has an image of its own ({image}); here it is an ordinary machine, without the programs of that image.',
    ko: '과정의 작업 공간은 전용 이미지({image})를 쓰지만, 여기서는 보통 컴퓨터여서 그 이미지의 프로그램이 없습니다.',
  },
  'plan-not-shown': {
    en: 'its condition does not hold, so its reader does not see it',
    ko: '조건이 맞지 않아 독자에게 보이지 않습니다',
  },
  'plan-scripts': { en: 'Scripts of the course', ko: '과정의 스크립트' },
  'plan-script-before': {
    en: '⚙ {name} prepares the machine before the page',
    ko: '⚙ {name} — 페이지에 앞서 컴퓨터를 준비합니다',
  },
  'plan-script-terminal': {
    en: '⚙ {name} is typed into the terminal before the page',
    ko: '⚙ {name} — 페이지에 앞서 터미널에서 실행합니다',
  },
  'plan-script-link': {
    en: '⚙ {name} has to be there where the page leads to it',
    ko: '⚙ {name} — 페이지가 안내하는 곳에 있어야 합니다',
  },
  'plan-script-check': {
    en: '⚙ {name} checks after the page what was done',
    ko: '⚙ {name} — 페이지가 끝나면 한 일을 확인합니다',
  },
  'script-refused': {
    en: 'Not run: {name} may change the machine as it likes, and this one is your own. Choose a sandbox (--engine sandbox).',
    ko: '실행하지 않았습니다: {name}은(는) 컴퓨터를 마음대로 바꿀 수 있는데 지금은 사용자의 컴퓨터입니다. 샌드박스를 쓰십시오(--engine sandbox).',
  },
  'script-failed': {
    en: 'The script {name}, which prepares the machine, ended with exit status {exit} here: {line}',
    ko: '컴퓨터를 준비하는 스크립트 {name}이(가) 여기서는 종료 코드 {exit}(으)로 끝났습니다: {line}',
  },
  'check-lacks': {
    en: 'The check {name} needs what this machine does not have: {line}',
    ko: '확인 스크립트 {name}에 필요한 것이 이 컴퓨터에 없습니다: {line}',
  },
  'script-runs-on': {
    en: 'The script {name} had not ended when its time was up; the course goes on.',
    ko: '스크립트 {name}이(가) 제한 시간 안에 끝나지 않아, 끝나기를 기다리지 않고 계속합니다.',
  },
  'script-syntax': {
    en: 'The script {name} is no script that a shell can read: {line}',
    ko: '스크립트 {name}을(를) 셸이 읽지 못합니다: {line}',
  },
  'script-watches': {
    en: 'The script {name} goes on in the background, and watches what its reader does.',
    ko: '스크립트 {name}은(는) 배경에서 계속 돌면서 독자가 하는 일을 지켜봅니다.',
  },
  'script-without-program': {
    en: 'The script {name} calls {program}, which this machine does not have, and goes on without it.',
    ko: '스크립트 {name}이(가) 이 컴퓨터에 없는 {program}을(를) 부르고, 그것 없이 계속합니다.',
  },
  'script-without-packages': {
    en: 'Packages that the script {name} installs cannot be had here: {packages}.',
    ko: '스크립트 {name}이(가) 설치하려는 패키지를 여기서는 구할 수 없습니다: {packages}.',
  },
  'script-settings-aside': {
    en: 'The settings of dockerd that the script {name} writes are put aside: they are for its platform.',
    ko: '스크립트 {name}이(가) 쓴 도커 데몬 설정은 그 플랫폼에 맞춘 것이라 쓰지 않습니다.',
  },
  'link-without-file': {
    en: 'The page leads to the file {name}, and there is none.',
    ko: '페이지가 {name} 파일로 안내하지만 그런 파일이 없습니다.',
  },
  'link-unanswered': {
    en: 'The page leads to {name}, and nothing answers there.',
    ko: '페이지가 {name}(으)로 안내하지만 응답하는 것이 없습니다.',
  },
  'link-not-started': {
    en: 'The page leads to {name}, which no step starts.',
    ko: '페이지가 {name}(으)로 안내하지만 그것을 띄우는 단계가 없습니다.',
  },
  'check-failed': {
    en: 'All steps of the page were done, and the check {name} says no (exit status {exit}): {line}',
    ko: '이 페이지의 단계를 모두 마쳤지만 확인 스크립트 {name}이(가) 통과하지 않습니다(종료 코드 {exit}): {line}',
  },
  'check-failed-silently': {
    en: 'All steps of the page were done, and the check {name} says no (exit status {exit}), without a word.',
    ko: '이 페이지의 단계를 모두 마쳤지만 확인 스크립트 {name}이(가) 아무 말 없이 통과하지 않습니다(종료 코드 {exit}).',
  },
  'check-not-yet': {
    en: 'Not yet: {name} does not find what the page asks for. {line}',
    ko: '아직입니다. {name}이(가) 페이지에서 요구한 것을 찾지 못했습니다. {line}',
  },
  'check-follows': {
    en: 'The check {name} says no, because {where} did not do its part.',
    ko: '{where}에서 할 일이 되지 않아 확인 스크립트 {name}이(가) 통과하지 않습니다.',
  },
  'link-follows': {
    en: 'The page leads to {name}, which is not there, because {where} did not do its part.',
    ko: '{where}에서 할 일이 되지 않아, 페이지가 안내하는 {name}이(가) 없습니다.',
  },
  'check-own-task': {
    en: 'The check {name} asks for something that the page leaves to its reader and shows no solution of.',
    ko: '확인 스크립트 {name}은(는) 독자에게 맡긴 과제를 확인하는데, 페이지에 풀이가 없습니다.',
  },
  'check-asks-more': {
    en: 'The check {name} asks for {what}, which the page leaves to its reader.',
    ko: '확인 스크립트 {name}이(가) 찾는 {what}은(는) 독자가 직접 만들어야 합니다.',
  },
} as const satisfies Sentences;
