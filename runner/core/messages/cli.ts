import type { Sentences } from './sentence.ts';

export const cli = {
  'unreadable-chapter': {
    en: 'Cannot read the chapter: {why}.',
    ko: '챕터를 읽을 수 없습니다: {why}.',
  },
} as const satisfies Sentences;
