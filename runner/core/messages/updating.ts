import type { Sentences } from './sentence.ts';

/** Sentences about bringing expected output up to date. */
export const updating = {
  'changed-meanwhile': {
    en: 'The file was changed while the chapter ran; nothing was written. Run the update again.',
    ko: '챕터를 실행하는 동안 파일이 바뀌어 아무것도 쓰지 않았습니다. 다시 실행하십시오.',
  },
  'nothing-to-update': { en: '{path}: nothing to update', ko: '{path}: 고칠 곳이 없습니다' },
  'chapter-updated': { en: '{path}: {count} step(s) brought up to date', ko: '{path}: 단계 {count}개를 고쳤습니다' },
  'would-update': { en: '{path}: {count} step(s) would change', ko: '{path}: 단계 {count}개가 바뀝니다' },
  'too-few-snapshots': {
    en: 'Fewer than two recordings of {id}: tutor update --engine sandbox:20,sandbox:26,sandbox:28 makes them.',
    ko: '{id}의 기록이 둘보다 적습니다. tutor update --engine sandbox:20,sandbox:26,sandbox:28로 만드십시오.',
  },
  'generations-agree': { en: 'No step differs between the generations.', ko: '세대 사이에 다른 단계가 없습니다.' },
} as const satisfies Sentences;
