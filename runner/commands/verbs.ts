import type { OptionName } from '../config/options.ts';
import type { Verb } from './verb.ts';

/** What every verb takes that runs chapters. */
const running = [
  'engine',
  'yes',
  'assets',
  'set',
  'timeout',
  'columns',
  'strict',
  'loose',
  'allowDestructive',
  'lang',
] as const satisfies readonly OptionName[];

/** Every verb of `tutor`, in the order of the help. */
export const verbs: Readonly<Record<string, Verb>> = {
  run: {
    operands: '<chapter>',
    summary: {
      en: 'Go through a chapter step by step; straight through where there is no keyboard.',
      ko: '챕터를 한 단계씩 따라갑니다. 키보드가 없으면 끝까지 진행합니다.',
    },
    options: [...running, 'keep', 'guided', 'byHand', 'plain', 'record'],
    load: () => import('./run.ts'),
  },
  open: {
    operands: '<chapter>',
    summary: {
      en: 'Show a chapter or a course in the browser, beside the terminal in which it is run.',
      ko: '챕터나 코스를 브라우저에서 터미널과 나란히 봅니다.',
    },
    options: [...running, 'keep', 'host', 'port', 'browser'],
    load: () => import('./open.ts'),
  },
  list: {
    operands: '[chapters...]',
    summary: {
      en: 'List the chapters and how far you came; of one chapter, its sections.',
      ko: '챕터 목록과 어디까지 했는지 보여 줍니다. 챕터 하나를 지정하면 그 절을 보여 줍니다.',
    },
    options: ['lang'],
    load: () => import('./list.ts'),
  },
  test: {
    operands: '[chapters...]',
    summary: {
      en: 'Check that every step of the chapters still does what they say.',
      ko: '챕터의 모든 단계가 적힌 대로 동작하는지 확인합니다.',
    },
    options: [
      ...running,
      'keep',
      'reporter',
      'testNamePattern',
      'changed',
      'lastFailed',
      'cached',
      'shard',
      'parallel',
      'pool',
      'bail',
      'retryBroken',
      'watch',
      'list',
    ],
    load: () => import('./test.ts'),
  },
  init: {
    operands: '',
    summary: {
      en: 'Set up a repository: show which documents are chapters, propose tutor.yml and a job for CI.',
      ko: '저장소 준비: 어떤 문서가 챕터인지 보여 주고 tutor.yml과 CI 작업 파일을 제안합니다.',
    },
    options: ['ci', 'yes', 'lang'],
    load: () => import('./init.ts'),
  },
  merge: {
    operands: '<reports...>',
    summary: {
      en: 'Tell the parts of a run (test --shard) as one, from their JSON reports.',
      ko: '나누어 실행한 결과(test --shard)의 JSON 보고서를 하나로 합칩니다.',
    },
    options: ['reporter', 'lang'],
    load: () => import('./merge.ts'),
  },
  update: {
    operands: '[chapters...]',
    summary: {
      en: 'Bring expected output that no longer holds up to date, in place.',
      ko: '맞지 않게 된 예상 출력을 제자리에서 고칩니다.',
    },
    options: [...running, 'keep', 'check', 'review', 'add', 'refresh', 'modernise', 'errors'],
    load: () => import('./update.ts'),
  },
  plan: {
    operands: '<chapters...>',
    summary: {
      en: 'Show what would be typed, what should come out, and why. Runs nothing.',
      ko: '무엇을 입력하고 무엇이 출력되어야 하는지, 그 이유와 함께 보여 줍니다. 실행하지 않습니다.',
    },
    options: ['json', 'why', 'set', 'lang'],
    load: () => import('./plan.ts'),
  },
  lint: {
    operands: '[chapters...]',
    summary: {
      en: 'Report what a reader would stumble over, without running anything.',
      ko: '아무것도 실행하지 않고 독자가 걸릴 만한 곳을 알려 줍니다.',
    },
    options: ['format', 'assets', 'set', 'lang'],
    load: () => import('./lint.ts'),
  },
  explain: {
    operands: '<chapter[:line]>',
    summary: {
      en: 'Show which differences the last run of a chapter let pass, and why.',
      ko: '챕터의 마지막 실행에서 어떤 차이를 왜 허용했는지 보여 줍니다.',
    },
    options: ['trace', 'json', 'lang'],
    load: () => import('./explain.ts'),
  },
  engine: {
    operands: '[action] [names...]',
    summary: {
      en: 'Sandboxes: list, prepare, shell (step into a fresh one), remove.',
      ko: '샌드박스: list(목록), prepare(준비), shell(새 샌드박스에 들어가기), remove(삭제).',
    },
    options: ['json', 'yes', 'lang'],
    load: () => import('./engine.ts'),
  },
  clean: {
    operands: '[runs...]',
    summary: {
      en: 'Remove what earlier runs left behind that were killed, or told to keep it.',
      ko: '강제로 끝났거나 남겨 두도록 한 이전 실행의 흔적을 지웁니다.',
    },
    options: ['lang'],
    load: () => import('./clean.ts'),
  },
  images: {
    operands: '[action] [names...]',
    summary: {
      en: 'Images of chapters and where they come from; prepare, export FILE, import FILE, remove.',
      ko: '챕터에 필요한 이미지와 출처를 보여 줍니다. prepare(준비), export 파일, import 파일, remove(삭제).',
    },
    options: ['json', 'yes', 'set', 'lang'],
    load: () => import('./images.ts'),
  },
  diff: {
    operands: '<chapter>',
    summary: {
      en: 'Show where the recorded outputs of the Docker generations differ.',
      ko: '도커 세대별로 기록된 출력이 어디서 다른지 보여 줍니다.',
    },
    options: ['engines', 'lang'],
    load: () => import('./diff.ts'),
  },
  match: {
    operands: '',
    summary: {
      en: 'Compare two texts as tutor compares expected and actual output.',
      ko: '예상 출력과 실제 출력을 비교하듯 두 텍스트를 비교합니다.',
    },
    options: ['command', 'expected', 'actual', 'bindings', 'chain', 'trace', 'strict', 'loose', 'json', 'lang'],
    load: () => import('./match.ts'),
  },
  doctor: {
    operands: '',
    summary: {
      en: 'Look whether this machine has what chapters need, and say what to do. Changes nothing.',
      ko: '챕터를 실행할 준비가 되었는지 살피고 할 일을 알려 줍니다. 아무것도 바꾸지 않습니다.',
    },
    options: ['lang'],
    load: () => import('./doctor.ts'),
  },
  completion: {
    operands: '<shell>',
    summary: {
      en: 'Print a completion script for bash, zsh or fish.',
      ko: 'bash, zsh, fish용 자동 완성 스크립트를 출력합니다.',
    },
    options: ['lang'],
    load: () => import('./completion.ts'),
  },
};
