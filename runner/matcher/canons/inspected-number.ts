import { isNumber } from '../../core/words.ts';
import type { Canon } from './canon.ts';

/** A number that `--format` asks for and that says nothing a chapter could promise. */
export const inspectedNumber: Canon = {
  name: 'inspected-number',
  read: (line, { measured }) =>
    measured === true && isNumber(line) && line !== '0'
      ? '<number>'
      : // Where Go keeps it in memory
        line.replace(/(?<=^map\[.*:)0xc[0-9a-f]{7,}(?=[ \]])/g, '<pointer>'),
  examples: `
    $ docker image inspect --format '{{.Size}}' web
    1234567 ≈ 2345678
    map[data:0xc0001a2b3c] ≈ map[data:0xc0004d5e6f]
    1234567 ≠ none
    map[data:0xc0001a2b3c] ≠ map[logs:0xc0001a2b3c]
  `,
};
