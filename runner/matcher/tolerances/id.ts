import { isOf } from '../../command/index.ts';
import { cutEnd } from './cut.ts';
import type { Tolerance } from './tolerance.ts';

/** What stands around a hexadecimal number that is a word, and one that has digits and letters. */
export const edge = String.raw`(?<![0-9A-Za-z_.])`;
export const end = String.raw`(?![0-9A-Za-z_])`;
export const mixed = (length: string) => `(?=[0-9a-f]*[0-9])(?=[0-9a-f]*[a-f])[0-9a-f]${length}`;

/** An author has kept only a part of it: an ID for sure only where the command prints nothing else. */
const ofOddLength = /^(?:[0-9a-f]{6,11}|[0-9a-f]{13,56})$/;

/** The sum of a text is always the same. */
export const sums = ['md5sum', 'sha1sum', 'sha256sum', 'sha512sum'];

export const id: Tolerance = {
  name: 'id',
  reason: {
    en: 'Docker gives every container, image, network and volume a new ID.',
    ko: '도커는 컨테이너, 이미지, 네트워크, 볼륨마다 새 ID를 붙입니다.',
  },
  // One short ID in three hundred has no letter: 098621024390.
  forms: [
    `${edge}(?:${mixed('{4,63}')}|\\d{8,63})${cutEnd}`,
    // Some digits are lost in copying now and then.
    `${edge}[0-9a-f]{57,64}${end}`,
    `${edge}(?=[a-f]*[0-9])[0-9a-f]{12}${end}`,
    `^${mixed('{6,56}')}$`,
  ],
  accepts: (expected, _actual, { printers }) =>
    !isOf(printers, ...sums) && (!ofOddLength.test(expected) || printers.some(({ output }) => output?.form === 'id')),
  binds: 'id',
  examples: `
    hello from 92d79b6de29f ≈ hello from c27998124f88
    hello from 92d79b6de29f ≈ hello from 098621024390
    9aba04fa15cb ≈ 9aba04fa15cb1dad61d6f3bbadc26c6c0f0ff306ef852450862e0c7c9cebf299
    hello from 92d79b6de29f ≠ hello from localhost
    hello from facade ≠ hello from decade
    92d79b6de29f and 92d79b6de29f ≠ c27998124f88 and 9aba04fa15cb
  `,
};
