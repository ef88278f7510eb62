import type { Sentences } from './sentence.ts';

/** What a learner at a keyboard is told. */
export const learning = {
  'edited-by-reader': {
    en: 'You typed your own command here, so its result says nothing about the chapter.',
    ko: '직접 고친 명령을 입력했으므로 이 결과로 챕터를 판단하지 않습니다.',
  },
  'astray-before': {
    en: 'You have done something of your own before, which may be why: this says nothing about the chapter.',
    ko: '앞에서 챕터와 다르게 한 일 때문일 수 있으므로 이 결과로 챕터를 판단하지 않습니다.',
  },
  'start-title': { en: 'Chapters', ko: '챕터' },
  'start-keys': {
    en: '[Enter] run {chapter}  [1-{count}] another one  [?] help  [q] leave',
    ko: '[Enter] {chapter} 실행  [1-{count}] 다른 챕터  [?] 도움말  [q] 나가기',
  },
  'progress-which': { en: '{at} of {count}', ko: '{count}개 중 {at}번째' },
  'progress-seconds-left': { en: 'about {seconds} s left', ko: '약 {seconds}초 남음' },
  'progress-minutes-left': { en: 'about {minutes} min left', ko: '약 {minutes}분 남음' },
  'progress-waits': {
    en: 'waiting for another tutor (process {pid})',
    ko: '다른 tutor를 기다리는 중(프로세스 {pid})',
  },
  'page-picture': { en: '[picture: {alt}]', ko: '[그림: {alt}]' },
  'guide-legend': { en: '- the chapter   + your terminal', ko: '- 챕터   + 내 터미널' },
  'guide-where': {
    en: '{chapter} · {section} · step {at} of {count}',
    ko: '{chapter} · {section} · {count}단계 중 {at}단계',
  },
  'guide-ready': {
    en: '[Enter] run  [n] leave out  [e] edit  [!] shell  [?] all keys  [q] leave',
    ko: '[Enter] 실행  [n] 건너뛰기  [e] 고치기  [!] 셸  [?] 모든 키  [q] 나가기',
  },
  'guide-ready-file': {
    en: '[Enter] write the file  [n] leave out  [e] edit  [!] shell  [?] all keys  [q] leave',
    ko: '[Enter] 파일 쓰기  [n] 건너뛰기  [e] 고치기  [!] 셸  [?] 모든 키  [q] 나가기',
  },
  'guide-task': {
    en: 'Your turn: do what the text asks. What you type is typed into the terminal and then checked.',
    ko: '직접 해 볼 차례입니다. 글에서 요구하는 일을 하세요. 입력한 명령은 터미널에 입력한 뒤 바로 확인합니다.',
  },
  'guide-task-keys': {
    en: '[Enter] check  [a] solution  [n] leave out  [!] shell  [?] all keys  [q] leave',
    ko: '[Enter] 확인  [a] 풀이 보기  [n] 건너뛰기  [!] 셸  [?] 모든 키  [q] 나가기',
  },
  'guide-task-done': {
    en: 'Done: the check finds what the page asks for.',
    ko: '해냈습니다. 페이지에서 요구한 것을 모두 확인했습니다.',
  },
  'guide-task-missing': { en: 'Not yet: {what} is missing.', ko: '아직입니다. {what}이(가) 없습니다.' },
  'guide-no-solution': {
    en: 'The page shows no solution of this.',
    ko: '이 페이지에는 풀이가 없습니다.',
  },
  'task-done': { en: 'You have done it in your own way.', ko: '직접 다른 방법으로 마쳤습니다.' },
  'guide-ready-check': {
    en: '[Enter] check what was done  [n] leave out  [!] shell  [?] all keys  [q] leave',
    ko: '[Enter] 한 일을 확인하기  [n] 건너뛰기  [!] 셸  [?] 모든 키  [q] 나가기',
  },
  'guide-judged': {
    en: '[Enter] go on  [r] again  [x] compare  [w] why  [!] shell  [q] leave',
    ko: '[Enter] 계속  [r] 다시  [x] 비교  [w] 이유  [!] 셸  [q] 나가기',
  },
  'guide-keys': {
    en: 'Enter run · n leave out · e edit in $EDITOR · r the last step again · b look at the last step · x expected and actual output · w why it is read and judged so · m type it yourself · ! the same shell ({back} comes back) · q leave',
    ko: 'Enter 실행 · n 건너뛰기 · e $EDITOR로 고치기 · r 앞 단계 다시 · b 앞 단계 보기 · x 예상 출력과 실제 출력 비교 · w 이렇게 읽고 판단한 이유 · m 직접 입력 · ! 같은 셸로 들어가기({back} 입력 시 돌아옴) · q 나가기',
  },
  'guide-leave': {
    en: 'Leave? How far you came is kept; what the steps made here is removed.',
    ko: '나갈까요? 어디까지 했는지는 남고, 여기서 만든 것은 지워집니다.',
  },
  'guide-leave-keys': { en: '[y] leave  [any other key] stay', ko: '[y] 나가기  [다른 키] 머무르기' },
  'guide-left': {
    en: 'You are at step {at} of {count}. Go on with: tutor run {chapter}',
    ko: '{count}단계 중 {at}단계까지 왔습니다. 이어서 하려면: tutor run {chapter}',
  },
  'guide-resume': {
    en: 'Last time you came to step {at} of {count}. Those steps are run again before you go on.',
    ko: '지난번에 {count}단계 중 {at}단계까지 했습니다. 그 단계들을 다시 실행한 다음 이어서 합니다.',
  },
  'guide-resume-keys': {
    en: '[Enter] go on  [s] from the start  [q] leave',
    ko: '[Enter] 이어서  [s] 처음부터  [q] 나가기',
  },
  'guide-making-again': { en: 'running again {at} of {count}: {what}', ko: '다시 실행하는 중 {at}/{count}: {what}' },
  'guide-made-again': {
    en: '{count} {count|step was|steps were} run again.',
    ko: '앞의 {count}단계를 다시 실행했습니다.',
  },
  'guide-made-again-otherwise': {
    en: '{count} of them did not go as the last time: {count|line|lines} {lines}.',
    ko: '그중 {count}개는 지난번과 다르게 끝났습니다: {lines}행.',
  },
  'guide-getting-there': {
    en: 'on the way to the section, {at} of {count}: {what}',
    ko: '해당 절로 가는 중 {at}/{count}: {what}',
  },
  'guide-nothing-before': { en: 'There is no step before this one.', ko: '이 앞에는 단계가 없습니다.' },
  'guide-nothing-shown': {
    en: 'The chapter shows no output for this step.',
    ko: '챕터에는 이 단계의 출력이 없습니다.',
  },
  'guide-compare-chapter': { en: 'the chapter shows', ko: '챕터의 출력' },
  'guide-compare-here': { en: 'your terminal showed', ko: '내 터미널의 출력' },
  'guide-why': { en: '{path}, line {line}: {reason}.', ko: '{path} {line}행: {reason}.' },
  'guide-shell': {
    en: 'This is the shell of the chapter. {back} comes back.',
    ko: '챕터가 쓰는 셸입니다. {back} 입력 시 돌아옵니다.',
  },
  'guide-shell-busy': {
    en: 'Something is still running here: end it first, then {back}.',
    ko: '아직 실행 중인 것이 있습니다. 먼저 끝낸 다음 {back} 입력으로 돌아오세요.',
  },
  'guide-shell-ended': {
    en: 'The shell has ended; the chapter goes on in a new one.',
    ko: '셸이 끝났습니다. 챕터는 새 셸에서 이어집니다.',
  },
  'guide-shell-back': { en: 'Back in the chapter.', ko: '챕터로 돌아왔습니다.' },
  'guide-file': { en: 'The file {name}:', ko: '{name} 파일:' },
  'guide-file-changed': { en: 'Changes to the file as it stood:', ko: '지금 파일에서 바뀌는 곳:' },
  'guide-key-not-here': {
    en: 'That key does nothing here. [?] shows all keys.',
    ko: '여기서는 쓰지 않는 키입니다. [?]를 누르면 모든 키가 나옵니다.',
  },
  'guide-lost': { en: '{what} is gone. Steps that need it: {steps}.', ko: '없어진 것: {what}. 필요한 단계: {steps}.' },
  'guide-stopped': {
    en: '{what} no longer runs. Steps that need it: {steps}.',
    ko: '더는 실행 중이 아닌 것: {what}. 필요한 단계: {steps}.',
  },
  'guide-lacks-running': {
    en: 'This step needs {what}, which does not run. [r] starts it again.',
    ko: '이 단계에는 {what}이(가) 실행 중이어야 합니다. [r]을 누르면 다시 시작합니다.',
  },
  'guide-started': { en: '{what} runs again.', ko: '{what}이(가) 다시 실행 중입니다.' },
  'guide-folder-back': {
    en: 'The chapter goes on in {folder}: the shell is led back there.',
    ko: '챕터는 {folder} 폴더에서 이어지므로 셸을 그 폴더로 되돌렸습니다.',
  },
  'guide-lacks': {
    en: 'This step needs what is not there. [r] makes it again: step {steps}.',
    ko: '이 단계에 필요한 것이 없습니다. [r]을 누르면 {steps}단계를 다시 해서 만듭니다.',
  },
  'guide-interrupt-again': {
    en: 'Ctrl-C once more leaves the chapter.',
    ko: 'Ctrl-C를 한 번 더 누르면 챕터에서 나갑니다.',
  },
  'guide-stand-ins': {
    en: 'In place of these images stand others here that behave like them, so sizes and what is inside may differ: {images}',
    ko: '여기서는 다음 이미지 대신 똑같이 동작하는 대체 이미지를 씁니다. 크기와 내용은 다를 수 있습니다: {images}',
  },
  'guide-on-host': {
    en: 'This is your own Docker. What the chapter makes of containers, images, volumes and networks is shown at the end and then removed, and nothing else.',
    ko: '내 도커를 그대로 씁니다. 챕터가 만든 컨테이너, 이미지, 볼륨, 네트워크는 끝날 때 보여 준 뒤 지우고, 다른 것은 건드리지 않습니다.',
  },
  'guide-host-made': {
    en: 'The chapter has made this in your own Docker: {what}.',
    ko: '챕터가 내 도커에 만든 것: {what}.',
  },
  'guide-host-keys': { en: '[Enter] remove all of it  [k] keep it', ko: '[Enter] 모두 지우기  [k] 남겨 두기' },
  'guide-host-kept': {
    en: 'All of it stays. tutor clean removes it later.',
    ko: '모두 남겨 둡니다. 나중에 tutor clean으로 지울 수 있습니다.',
  },
  'guide-on-sandbox': {
    en: 'This is a throw-away machine: your own Docker and files are not touched, and all of it is gone at the end.',
    ko: '일회용 컴퓨터에서 실행합니다. 내 도커와 파일은 건드리지 않으며, 끝나면 모두 사라집니다.',
  },
  'guide-on-dind': {
    en: 'This is a Docker of its own in a container of yours, which is removed at the end with all that is in it.',
    ko: '내 도커의 컨테이너 하나 안에 따로 둔 도커를 씁니다. 끝나면 그 컨테이너를 안에 든 것과 함께 지웁니다.',
  },
  'guide-preparing': { en: 'getting the engine ready …', ko: '엔진을 준비하는 중 …' },
  'guide-running': { en: 'running for {seconds} s', ko: '{seconds}초째 실행 중' },
  'guide-runs-on': {
    en: 'It goes on until you end it: press Ctrl-C when you have seen enough.',
    ko: '스스로 끝나지 않습니다. 다 보았으면 Ctrl-C를 눌러 끝내세요.',
  },
  'guide-by-hand': {
    en: 'Your turn. An empty line comes back to the keys ([h] hint, [a] answer).',
    ko: '직접 입력해 보세요. 빈 줄을 입력하면 키 선택으로 돌아옵니다([h] 힌트, [a] 정답).',
  },
  'guide-by-hand-keys': {
    en: '[m] type it  [h] hint  [a] answer  [Enter] do it for me  [n] leave out  [q] leave',
    ko: '[m] 입력  [h] 힌트  [a] 정답  [Enter] 대신 실행  [n] 건너뛰기  [q] 나가기',
  },
  'guide-done': { en: 'Done: that is the step.', ko: '맞습니다. 이 단계를 마쳤습니다.' },
  'guide-done-otherwise': {
    en: 'Done, in another way: the result is the same.',
    ko: '다른 방법으로 했지만 결과는 같습니다.',
  },
  'guide-not-yet': {
    en: 'It ran, but this is not the step yet: {what}',
    ko: '실행은 되었지만 아직 이 단계는 아닙니다: {what}',
  },
  'guide-other-option': { en: '{given} where the chapter has {wanted}', ko: '챕터는 {wanted}인데 {given}입니다' },
  'guide-part': {
    en: 'Good so far. There is more to this step.',
    ko: '여기까지 맞습니다. 이 단계에는 할 일이 더 있습니다.',
  },
  'guide-rest': {
    en: 'its first part is done already, and this is left: {rest}',
    ko: '앞부분은 이미 했습니다. 남은 것: {rest}',
  },
  'guide-earlier': {
    en: 'something that you typed before is in its way',
    ko: '앞서 입력한 명령이 남긴 것 때문일 수 있습니다',
  },
  'guide-early': {
    en: '{what} is there now although step {steps} is to make it. Take it away first, or that step may fail.',
    ko: '{what}이(가) 벌써 있습니다. {steps}단계에서 만들 것이므로 먼저 지우지 않으면 오류가 날 수 있습니다.',
  },
  'guide-other-order': { en: 'the same words in another order', ko: '낱말은 같지만 순서가 다릅니다' },
  'guide-missing-part': { en: '{wanted} is missing', ko: '{wanted}이(가) 없습니다' },
  'guide-surplus-part': { en: '{given} is too much', ko: '{given}은(는) 필요 없습니다' },
  'guide-failed-by-hand': {
    en: 'It failed. This is not the step yet: {what}',
    ko: '실패했습니다. 아직 이 단계가 아닙니다: {what}',
  },
  'guide-hint': { en: 'It begins with: {text}', ko: '이렇게 시작합니다: {text}' },
  'guide-bring': {
    en: 'No step makes {what}: it is for you to bring.',
    ko: '{what}을(를) 만드는 단계가 없으므로 직접 준비해야 합니다.',
  },
  'guide-bring-how': {
    en: 'Make it in the shell ([!]), then do this step again ([r]).',
    ko: '셸([!])에서 만든 다음 이 단계를 다시([r]) 해 보세요.',
  },
  'guide-rows-of-before': {
    en: 'The chapter shows {what}, which none of its steps makes: its author had it from before.',
    ko: '챕터의 출력에는 {what}이(가) 있지만 여기에는 만드는 단계가 없습니다. 글쓴이에게 전부터 있던 것입니다.',
  },
  'guide-more-than-made': {
    en: 'The chapter shows more {what} than its steps have made by then: its author had some from before.',
    ko: '챕터의 출력에는 그때까지 만든 것보다 {what}이(가) 많습니다. 글쓴이에게 전부터 있던 것입니다.',
  },
  'guide-end-passed': { en: '{count} worked', ko: '{count}단계 성공' },
  'guide-end-failed': { en: '{count} not as the chapter shows', ko: '{count}단계는 챕터와 다름' },
  'guide-end-broken': { en: '{count} could not be run here', ko: '{count}단계는 여기서 실행할 수 없음' },
  'guide-end-skipped': { en: '{count} left out', ko: '{count}단계 건너뜀' },
  'guide-end-not-judged': { en: '{count} not judged', ko: '{count}단계는 판정하지 않음' },
  'guide-end-step': { en: 'step {at}: {what}', ko: '{at}단계: {what}' },
  'guide-end-follows': {
    en: '{count} {count|step follows|steps follow} from this: {steps}',
    ko: '이 때문에 함께 어긋난 단계 {count}개: {steps}',
  },
  'guide-next-chapter': { en: 'Next: tutor run {chapter}', ko: '다음: tutor run {chapter}' },
} as const satisfies Sentences;
