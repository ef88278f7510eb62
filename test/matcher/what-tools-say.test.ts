import { expect, test } from 'vitest';
import { matchOutput } from '../../runner/matcher/index.ts';

const answer = ';; QUESTION SECTION:\n;till.\t\t\tIN\tA\n\n;; ANSWER SECTION:\ntill.\t\t\t600\tIN\tA\t172.20.1.2';
const dug = (body: string) =>
  `
; <<>> DiG 9.18.49-1~deb12u1-Debian <<>> till
;; global options: +cmd
;; Got answer:
;; ->>HEADER<<- opcode: QUERY, status: NOERROR, id: 54137
;; flags: qr rd ra; QUERY: 1, ANSWER: 3, AUTHORITY: 0, ADDITIONAL: 0

${body}

;; Query time: 0 msec
;; SERVER: 127.0.0.11#53(127.0.0.11) (UDP)
;; WHEN: Mon Nov 30 20:37:22 UTC 2026
;; MSG SIZE  rcvd: 90
`;

const verdictOf = (expected: string, actual: string) =>
  matchOutput({ command: 'dig till', expected: expected.split('\n'), actual, bindings: {} }).verdict;

test('what dig says around its sections may be left out, and what they hold may not', () => {
  expect(verdictOf(answer, dug(answer))).toBe('tolerated');
  expect(verdictOf(answer.split('\n').slice(3).join('\n'), dug(answer.split('\n').slice(3).join('\n')))).toBe(
    'tolerated',
  );
  expect(verdictOf(answer, dug(answer.replace('600', '30').replaceAll('till.', 'cup.')))).toBe('mismatch');
  expect(verdictOf(dug(answer), answer)).toBe('mismatch');
});
