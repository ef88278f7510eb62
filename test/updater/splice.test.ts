import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Edit } from '../../runner/updater/change.ts';
import { splice } from '../../runner/updater/splice.ts';

const textAndEdits = fc.string({ unit: 'binary', maxLength: 80 }).chain((source) =>
  fc
    .uniqueArray(fc.nat({ max: source.length }), { maxLength: 12 })
    .map((cuts) => cuts.sort((a, b) => a - b))
    .chain((cuts) => {
      const ranges = cuts.flatMap((start, index) =>
        index % 2 === 0 && cuts[index + 1] !== undefined ? [{ start, end: cuts[index + 1] ?? start }] : [],
      );
      return fc
        .array(fc.string({ unit: 'binary', maxLength: 8 }), { minLength: ranges.length, maxLength: ranges.length })
        .map((texts) => ({ source, edits: ranges.map((range, index): Edit => ({ range, text: texts[index] ?? '' })) }));
    }),
);

describe('splice', () => {
  test('everything outside the edits stays, in whatever order they come', () => {
    fc.assert(
      fc.property(textAndEdits, fc.boolean(), ({ source, edits }, reversed) => {
        let expected = '';
        let at = 0;
        for (const { range, text } of edits) {
          expected += source.slice(at, range.start) + text;
          at = range.end;
        }
        expected += source.slice(at);
        expect(splice(source, reversed ? [...edits].reverse() : edits)).toBe(expected);
      }),
    );
  });

  test('edits that overlap are refused, because half of each would be worse than none', () => {
    const edits = [
      { range: { start: 0, end: 4 }, text: 'a' },
      { range: { start: 3, end: 5 }, text: 'b' },
    ];
    expect(() => splice('0123456789', edits)).toThrow(RangeError);
  });
});
