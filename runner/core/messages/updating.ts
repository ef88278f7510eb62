import type { Sentences } from './sentence.ts';

/** Sentences about bringing expected output up to date. */
export const updating = {
  'chapter-read-only': {
    en: 'Not written: the file is read-only. Make it writable (`chmod u+w`) and update again.',
    ko: '읽기 전용 파일이라 쓰지 않았습니다. `chmod u+w`로 쓰기 권한을 준 뒤 다시 갱신하십시오.',
  },
  'changed-meanwhile': {
    en: 'The file was changed while the chapter ran; nothing was written. Run the update again.',
    ko: '챕터를 실행하는 동안 파일이 바뀌어 아무것도 쓰지 않았습니다. 다시 실행하십시오.',
  },
  'nothing-to-update': { en: '{path}: nothing to update', ko: '{path}: 고칠 곳이 없습니다' },
  'chapter-updated': { en: '{path}: {count} {count|change|changes} made', ko: '{path}: {count}곳을 고쳤습니다' },
  'would-update': { en: '{path}: {count} {count|change|changes} to make', ko: '{path}: 고칠 곳이 {count}곳 있습니다' },
  'update-refused': {
    en: 'The output of `{title}` was left as it is: written here, some of it would read as a command or a remark. Give it a block of its own.',
    ko: '`{title}`의 출력은 그대로 두었습니다. 이 자리에 쓰면 일부가 명령이나 주석으로 읽힙니다. 출력을 별도의 블록으로 옮기십시오.',
  },
  'update-left': { en: 'Left as it is: {why}', ko: '그대로 두었습니다: {why}' },
  'update-left-consequences': {
    en: 'So is what follows from it, at {count} {count|step|steps} ({count|line|lines} {lines}).',
    ko: '이 때문에 어긋난 단계 {count}개({lines}번째 줄)도 그대로 두었습니다.',
  },
  'update-left-rendering': {
    en: 'The output no longer holds, and stands in HTML or in a Markdown table, which only its author can rewrite.',
    ko: '출력이 맞지 않지만 HTML이나 마크다운 표에 있어 글쓴이가 직접 고쳐야 합니다.',
  },
  'snapshot-stale': {
    en: '{path}: the snapshot has `{command}`, which the chapter no longer has; tutor update removes it.',
    ko: '{path}: 챕터에서 사라진 `{command}`이(가) 기록에 남아 있습니다. tutor update가 지웁니다.',
  },
  'snapshot-obsolete': {
    en: 'Removed from the snapshot of Docker {generation}: `{command}`, which the chapter no longer has.',
    ko: '챕터에서 사라진 `{command}`을(를) Docker {generation}의 기록에서 지웠습니다.',
  },
  'review-and-check': {
    en: '--review asks before each change and --check writes none: use one of them.',
    ko: '--review는 고칠 때마다 묻고 --check는 고치지 않습니다. 둘 중 하나만 쓰십시오.',
  },
  'review-question': {
    en: '[{number}/{total}] a accept · k keep the old text · e edit · s skip the rest · q leave, go on later: ',
    ko: '[{number}/{total}] a 적용 · k 그대로 두기 · e 편집 · s 나머지 모두 그대로 두기 · q 나가기(나중에 이어서): ',
  },
  'review-resumed': {
    en: '{path}: going on with the review that was left; the chapter is not run again.',
    ko: '{path}: 나갔던 검토를 이어서 합니다. 챕터는 다시 실행하지 않습니다.',
  },
  'review-left': {
    en: '{path}: left with {count} {count|change|changes} to go; nothing was written. The same command goes on from here.',
    ko: '{path}: 남은 곳이 {count}곳 있습니다. 아무것도 쓰지 않았습니다. 같은 명령으로 이어서 할 수 있습니다.',
  },
  'editor-failed': {
    en: 'The editor `{editor}` ended without success; the change is asked again.',
    ko: '편집기 `{editor}`이(가) 실패했습니다. 다시 묻겠습니다.',
  },
  'too-few-snapshots': {
    en: '{id} is not recorded on all of these generations (missing: {lacking}): tutor update --engine {engines} records them.',
    ko: '{id}의 기록이 모자랍니다(없는 세대: {lacking}). tutor update --engine {engines} 명령으로 기록하십시오.',
  },
  'step-not-recorded': { en: 'Not recorded on {generations}.', ko: '기록이 없는 세대: {generations}.' },
  'generations-agree': { en: 'No step differs between the generations.', ko: '세대 사이에 다른 단계가 없습니다.' },
} as const satisfies Sentences;
