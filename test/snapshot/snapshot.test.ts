import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatSnapshot, keyOf, parseSnapshot, type SnapshotEntry } from '../../runner/snapshot/snapshot.ts';

const line = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }).map((text) => text.replace(/[\r\n]/g, '')),
  fc.constantFrom('```', '````text', '## not a section', '# also not', '', '  indented', '한국어'),
);
const text = fc.array(line, { maxLength: 6 }).map((lines) => lines.join('\n'));
const entry = fc.record({
  section: fc.constantFrom('1. 이미지', 'Layers', 'a · b'),
  command: text.filter((command) => command !== ''),
  output: text,
  exitCode: fc.constantFrom(0, 1, 125),
});

/** Numbers the repetitions, as a recording does. */
function numbered(entries: readonly Omit<SnapshotEntry, 'occurrence'>[]): SnapshotEntry[] {
  const seen = new Map<string, number>();
  return entries.map((plain) => {
    const name = JSON.stringify([plain.section, plain.command]);
    const occurrence = seen.get(name) ?? 0;
    seen.set(name, occurrence + 1);
    return { ...plain, occurrence };
  });
}

test('what was written is read back, whatever the output contains', () => {
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 8 }), (plain) => {
      const snapshot = { chapter: 'ch03', generation: '28', entries: numbered(plain) };
      expect(parseSnapshot(formatSnapshot(snapshot))).toEqual(snapshot);
    }),
  );
});

test('a reviewer sees section, command and output', () => {
  const entries = numbered([{ section: 'Layers', command: 'docker ps', output: 'CONTAINER ID   IMAGE', exitCode: 1 }]);
  expect(formatSnapshot({ chapter: 'ch03', generation: '28', entries })).toBe(
    '# ch03 · Docker 28\n\n## Layers\n\n```console\ndocker ps\n```\n\n```text exit=1\nCONTAINER ID   IMAGE\n```\n',
  );
});

test('the same command twice in a section is two steps', () => {
  const keys = numbered([
    { section: 'a', command: 'ls', output: '', exitCode: 0 },
    { section: 'a', command: 'ls', output: 'x', exitCode: 0 },
  ]).map(keyOf);
  expect(new Set(keys).size).toBe(2);
});
