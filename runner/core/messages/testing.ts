import type { Sentences } from './sentence.ts';

/** Sentences of `tutor test` and its reports. */
export const testing = {
  'nothing-ready': {
    en: 'Not run: follows from {chapter}:{line}.',
    ko: '실행하지 않았습니다: {chapter}:{line}에서 비롯되었습니다.',
  },
  'engine-unready': {
    en: 'The engine {engine} did not start: {why}',
    ko: '{engine} 엔진이 시작되지 않았습니다: {why}',
  },
  'worker-failed': { en: 'The chapter could not be run: {why}', ko: '챕터를 실행할 수 없었습니다: {why}' },
  'chapter-unchecked': {
    en: 'Not a single step of this chapter was run.',
    ko: '이 챕터의 단계가 하나도 실행되지 않았습니다.',
  },
  'chapter-unchecked-because': {
    en: 'Not a single step of this chapter was run: {reason}',
    ko: '이 챕터의 단계가 하나도 실행되지 않았습니다: {reason}',
  },
  'made-by-chapter': {
    en: '{chapter} makes {what}: add `after: [{id}]`.',
    ko: '{what}은(는) {chapter}에서 만듭니다. `after: [{id}]`를 적으십시오.',
  },
  'chapter-follows': { en: 'builds on {chapter}', ko: '{chapter}에 이어짐' },
  'chapter-interrupted': {
    en: 'The run ended here: {count} {count|step was|steps were} not run.',
    ko: '실행이 여기에서 끝나 단계 {count}개를 실행하지 않았습니다.',
  },
  'run-ended': {
    en: 'Not run: the run ended before it.',
    ko: '실행하지 않았습니다: 그 전에 실행이 끝났습니다.',
  },
  'verdict-passed': { en: 'passed', ko: '통과' },
  'verdict-failed': { en: 'wrong', ko: '틀림' },
  'verdict-broken': { en: 'could not be run', ko: '실행 불가' },
  'verdict-unchecked': { en: 'not checked', ko: '확인 못 함' },
  'verdict-left-out': { en: 'left out', ko: '제외' },
  'verdict-empty': { en: 'nothing to check', ko: '확인할 것 없음' },
  'verdict-unchanged': { en: 'unchanged', ko: '그대로' },
  'verdict-interrupted': { en: 'interrupted', ko: '중단' },
  'report-chapters': { en: 'Chapters', ko: '챕터' },
  'report-steps': { en: 'Steps', ko: '단계' },
  'report-left-out': { en: 'Left out', ko: '실행하지 않은 단계' },
  'report-lines': { en: 'line {lines}', ko: '{lines}번째 줄' },
  'report-expected': { en: 'The chapter', ko: '챕터' },
  'report-actual': { en: 'Here', ko: '실제' },
  'report-chapter': { en: 'Chapter', ko: '챕터' },
  'report-on': { en: 'on {engines}', ko: '{engines}에서' },
  'report-running': { en: '… {place} {what} ({seconds} s, {engine})', ko: '… {place} {what} ({seconds}초, {engine})' },
  'report-starting': { en: '… {place} starts {engine} ({seconds} s)', ko: '… {place} {engine} 시작 중({seconds}초)' },
  'report-page-title': { en: 'What tutor found', ko: 'tutor 검사 결과' },
  'report-engine': { en: 'Engine', ko: '엔진' },
  'report-verdict': { en: 'Result', ko: '결과' },
  'report-title': { en: 'tutor: {count} {count|chapter|chapters}, {why}', ko: 'tutor: 챕터 {count}개, {why}' },
  'unknown-reporter': {
    en: 'No reporter "{name}", expected one of: {known}.',
    ko: '"{name}" 리포터가 없습니다. 다음 중 하나를 지정하십시오: {known}.',
  },
  'unknown-reporter-near': {
    en: 'No reporter "{name}". Did you mean "{near}"?',
    ko: '"{name}" 리포터가 없습니다. "{near}" 아닌가요?',
  },
  'reporter-without-file': {
    en: 'The reporter "{name}" writes no file; its name stands alone.',
    ko: '"{name}" 리포터는 파일로 쓰지 않습니다. 이름만 적으십시오.',
  },
  'reporters-on-stdout': {
    en: 'Both "{one}" and "{other}" would be printed: give one of them a file, {other}=FILE.',
    ko: '"{one}"와(과) "{other}"이(가) 함께 화면에 출력됩니다. 하나에는 {other}=파일 형식으로 파일을 지정하십시오.',
  },
  'chapter-not-markdown': {
    en: 'A chapter is a Markdown file (.md, .markdown).',
    ko: '챕터는 마크다운 파일(.md, .markdown)이어야 합니다.',
  },
  'folder-without-chapters': {
    en: 'No Markdown file is in the folder {folder}.',
    ko: '{folder} 폴더에 마크다운 파일이 없습니다.',
  },
  'changed-unknown': {
    en: 'What has changed since {revision} cannot be told: {why}',
    ko: '{revision} 이후 무엇이 바뀌었는지 알 수 없습니다: {why}',
  },
  'one-engine': {
    en: 'A project of vitest is run on one engine, and these are several: {engines}. Make a project of each.',
    ko: 'vitest 프로젝트 하나는 엔진 하나에서 실행합니다({engines}). 엔진마다 프로젝트를 나누십시오.',
  },
  'engine-unprepared': {
    en: 'The engine {engine} is not prepared: tutor engine prepare {engine} --yes',
    ko: '{engine} 엔진이 준비되지 않았습니다: tutor engine prepare {engine} --yes',
  },
  'init-none': {
    en: 'No Markdown file under {root} has a command that tutor would type.',
    ko: '{root} 아래에 입력할 명령이 있는 마크다운 파일이 없습니다.',
  },
  'init-found': {
    en: '{count} of {all} {all|document|documents} {count|has|have} something to type:',
    ko: '문서 {all}개 가운데 {count}개에 입력할 명령이 있습니다:',
  },
  'init-chapter': {
    en: '  {path}  {commands} {commands|command|commands}, {compared} with an output, {files} {files|file|files}, {skipped} left out',
    ko: '  {path}  명령 {commands}개(출력이 적힌 것 {compared}개), 파일 {files}개, 제외 {skipped}개',
  },
  'init-there': { en: '{path} is there already and stays as it is.', ko: '{path} 파일이 이미 있어 그대로 둡니다.' },
  'init-question': { en: 'Write these files? [y/N] ', ko: '이 파일들을 쓸까요? [y/N] ' },
  'init-nothing-written': {
    en: 'Nothing was written; with --yes it is.',
    ko: '아무것도 쓰지 않았습니다. --yes를 붙이면 씁니다.',
  },
  'init-written': { en: 'Written: {path}', ko: '작성: {path}' },
  'init-next': {
    en: 'Next: tutor plan CHAPTER shows how one is read, tutor lint what a reader would stumble over, tutor test runs them.',
    ko: '다음으로 tutor plan 챕터로 어떻게 읽는지, tutor lint로 독자가 걸릴 곳을 보고, tutor test로 실행하십시오.',
  },
  'chapter-unchanged': {
    en: 'Not run again: unchanged since it passed ({when} UTC).',
    ko: '통과한 뒤로 바뀐 것이 없어 다시 실행하지 않았습니다({when} UTC).',
  },
  'watch-cached': {
    en: '--watch runs what changes from now on; --cached has no say in that. Give one of them.',
    ko: '--watch는 이제부터 바뀌는 것을 실행하므로 --cached와 함께 쓸 수 없습니다. 하나만 지정하십시오.',
  },
  'chapters-ended': { en: 'Not run from here on: {places}', ko: '여기부터 실행하지 않음: {places}' },
  'report-ended': { en: 'Not run to the end', ko: '끝까지 실행하지 못한 챕터' },
  'nothing-selected': {
    en: 'No chapter is to be run: {why}.',
    ko: '실행할 챕터가 없습니다: {why}.',
  },
  'none-changed': { en: 'none hangs on a changed file', ko: '바뀐 파일의 영향을 받는 챕터가 없습니다' },
  'none-failed': { en: 'none was wrong the last time', ko: '지난번에 어긋난 챕터가 없습니다' },
  'none-in-shard': { en: 'this part has none', ko: '이 몫에 해당하는 챕터가 없습니다' },
  'no-report': {
    en: '{path} is no JSON report of tutor test (version 1).',
    ko: '{path}은(는) tutor test의 JSON 보고서(1판)가 아닙니다.',
  },
  'steps-to-run': { en: '{count} {count|step|steps}', ko: '{count}단계' },
  watching: { en: 'Waiting for changes; Ctrl-C ends.', ko: '바뀌기를 기다립니다. Ctrl-C로 끝냅니다.' },
  'nothing-to-type': {
    en: 'No command was found in it: there is nothing to check.',
    ko: '명령이 하나도 없습니다. 확인할 것이 없습니다.',
  },
} as const satisfies Sentences;
