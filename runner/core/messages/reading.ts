import type { Sentences } from './sentence.ts';

export const reading = {
  'front-matter-invalid': {
    en: 'The front matter is not valid YAML: {why}. It is ignored.',
    ko: '머리말(front matter)이 올바른 YAML이 아니어서 무시합니다: {why}.',
  },
  'fence-unclosed': {
    en: 'This code block has no closing fence.',
    ko: '코드 블록을 닫는 표시가 없습니다.',
  },
  'annotation-without-block': {
    en: 'This annotation stands above no code block. Put it on the line directly above the block it is about.',
    ko: '이 주석(annotation) 아래에 코드 블록이 없습니다. 해당 블록 바로 윗줄에 적으십시오.',
  },
  'annotation-unknown-key': {
    en: 'Unknown annotation key "{key}". Known keys: {known}.',
    ko: '알 수 없는 주석 키 "{key}"입니다. 사용할 수 있는 키: {known}.',
  },
  'annotation-unknown-key-near': {
    en: 'Unknown annotation key "{key}". Did you mean "{near}"?',
    ko: '알 수 없는 주석 키 "{key}"입니다. "{near}"을(를) 쓰려고 하셨습니까?',
  },
  'annotation-value': {
    en: 'Unexpected value "{value}" for the annotation key "{key}", expected {takes}.',
    ko: '주석 키 "{key}"의 값 "{value}"이(가) 올바르지 않습니다. 기대하는 값: {takes}.',
  },
} as const satisfies Sentences;
