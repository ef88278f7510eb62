import type { Sentences } from './sentence.ts';

export const shelf = {
  'image-build-failed': {
    en: 'The stand-in {image} could not be built: {why}',
    ko: '대역 이미지 {image}을(를) 만들지 못했습니다: {why}',
  },
  'shelf-busy': {
    en: 'Another tutor (process {pid}) is preparing images; wait until it is done.',
    ko: '다른 tutor(프로세스 {pid})가 이미지를 준비하고 있습니다. 끝날 때까지 기다리십시오.',
  },
} as const satisfies Sentences;
