import type { Tolerance } from './tolerance.ts';
import { isPinned } from './version.ts';

export const askedVersion: Tolerance = {
  name: 'asked-version',
  reason: {
    en: 'The command asks a program for its version, and it is of another one.',
    ko: '버전을 묻는 명령인데 프로그램의 버전이 다릅니다.',
  },
  forms: [String.raw`(?<=^(?:\| )?)v?\d+(?:\.\d+){1,3}(?:[-+~.][\w.+~-]+)?(?=\s|$)`],
  accepts: (expected, actual, place) => place.asksVersion && !isPinned(expected, actual, place.stated),
  examples: `
    $ docker run --rm node:18 node --version
    v18.12.1 ≈ v18.19.0
    v18.12.1 ≠ v20.1.0
  `,
};
