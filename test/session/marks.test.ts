import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Mark, MarkReader, markBody, newNonce } from '../../runner/session/marks.ts';

const nonce = newNonce();
const printed = (kind: Mark['kind'], rest = '') => `\x1b]${markBody(kind, nonce, 3, rest)}\x07`;

function readAll(chunks: readonly string[]): { text: string; marks: Mark[] } {
  const reader = new MarkReader(nonce);
  const marks: Mark[] = [];
  let text = '';
  for (const chunk of chunks) {
    reader.read(
      chunk,
      (part) => {
        text += part;
      },
      (mark) => marks.push(mark),
    );
  }
  return { text, marks };
}

describe('marks', () => {
  test('are taken out of the text, with what they say', () => {
    const stream = `a${printed('output')}b${printed('end', ';7;42;/tmp/a;b')}c${printed('prompt')}`;
    expect(readAll([stream])).toEqual({
      text: 'abc',
      marks: [
        { kind: 'output', program: 3 },
        { kind: 'end', program: 3, status: 7, pid: 42, cwd: '/tmp/a;b' },
        { kind: 'prompt', program: 3 },
      ],
    });
  });

  test('how each part of a pipe ended', () => {
    expect(readAll([printed('end', ';0 6 0;42;/tmp')]).marks).toMatchObject([{ status: 0, stages: [6, 0] }]);
  });

  test('a shell that does not expand its prompt has no status', () => {
    expect(readAll([printed('end', ';$?;$$;')]).marks).toMatchObject([{ status: null }]);
  });

  test('with another nonce, or never ended, are text', () => {
    const forged = `\x1b]133;D;${newNonce()};0;0;1;/\x07`;
    expect(readAll([forged])).toEqual({ text: forged, marks: [] });
    const endless = `\x1b]133;${'x'.repeat(9000)}`;
    expect(readAll([endless, 'more'])).toEqual({ text: `${endless}more`, marks: [] });
  });

  test('wherever the stream is cut, the same is read', () => {
    const pieces = fc.constantFrom(
      printed('output'),
      printed('end', ';0;1;/'),
      '\x1b]',
      '\x1b',
      'text',
      '\x1b[31m',
      '한',
    );
    fc.assert(
      fc.property(fc.array(pieces), fc.array(fc.nat(200)), (parts, cuts) => {
        const stream = `${parts.join('')}.`;
        const at = [...new Set(cuts.map((cut) => cut % stream.length))].sort((one, other) => one - other);
        const chunks = [0, ...at].map((from, index) => stream.slice(from, at[index] ?? stream.length));
        expect(readAll(chunks)).toEqual(readAll([stream]));
      }),
    );
  });
});
