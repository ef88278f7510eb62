import { escaped } from '../core/escaped.ts';
import type { Match } from '../core/match.ts';
import { outliving } from './bindings/lifetime.ts';
import type { MatchInput } from './match-output.ts';
import { reasonFor } from './to-match.ts';

/** Compares as an annotation asks: character by character, or by regular expressions, one for each line. */
export function compareLiterally(input: MatchInput, expect: 'exact' | 'regex'): Match {
  const actual = input.actual.replace(/\r/g, '').replace(/\n+$/, '').split('\n');
  const { expected } = input;
  const same = (text: string, other: string) => (expect === 'exact' ? text === other : expressionOf(text).test(other));
  const count = Math.max(expected.length, actual.length);
  const diff = Array.from({ length: count }, (_, index): Match['diff'][number] => {
    const [text, other] = [expected[index], actual[index]];
    if (text === undefined) return { op: 'unexpected', afterExpectedLine: expected.length, actual: other ?? '' };
    if (other === undefined) return { op: 'missing', expectedLine: index + 1, expected: text };
    if (same(text, other)) return { op: 'same', expectedLine: index + 1, expected: text, actual: other };
    return {
      op: 'changed',
      expectedLine: index + 1,
      expected: text,
      actual: other,
      spans: [{ expected: [0, text.length], actual: [0, other.length] }],
    };
  });
  const holds = diff.every((line) => line.op === 'same');
  const resolved = diff.flatMap((line): Match['resolved'] => {
    if (line.op === 'missing') return [];
    if (line.op === 'unexpected') return [{ from: null, text: literal(line.actual, expect) }];
    return [{ from: line.expectedLine, text: line.op === 'same' ? line.expected : literal(line.actual, expect) }];
  });
  const wrong = diff.find((line) => line.op !== 'same');
  const reason = wrong === undefined ? null : reasonFor(pairOf(wrong));
  return {
    verdict: holds ? 'exact' : 'mismatch',
    tolerances: [],
    bindings: outliving(input.bindings, input.command),
    diff,
    resolved,
    reason,
  };
}

function pairOf(line: Match['diff'][number]): Parameters<typeof reasonFor>[0] {
  return {
    at: 'expectedLine' in line ? line.expectedLine - 1 : null,
    expected: 'expected' in line ? line.expected : null,
    actual: 'actual' in line ? line.actual : null,
  };
}

function expressionOf(text: string): RegExp {
  try {
    return new RegExp(`^(?:${text})$`, 'u');
  } catch {
    return new RegExp(`^${literal(text, 'regex')}$`, 'u');
  }
}

function literal(text: string, expect: 'exact' | 'regex'): string {
  return expect === 'exact' ? text : escaped(text);
}
