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

test('what Docker Desktop says below a build is no part of the build', () => {
  const log = '[+] Building 1.2s (5/5) FINISHED\n => => naming to docker.io/library/tea:1                    0.0s';
  const desktop = "\n\nView build details: docker-desktop://dashboard/build/default/default/0a1b2c\n\nWhat's Next?";
  const of = (expected: string, actual: string) =>
    matchOutput({ command: 'docker build -t tea:1 .', expected: expected.split('\n'), actual, bindings: {} }).verdict;
  expect(of(`${log}${desktop}`, log)).toBe('tolerated');
  expect(of(log, `${log}${desktop}`)).toBe('tolerated');
  const warned = '\n\n 1 warning found (use docker --debug to expand):\n - FromAsCasing: it is written small (line 1)';
  expect(of(`${log}${desktop}`, `${log}${warned}`)).toBe('tolerated');
  expect(of(`${log}${desktop}\nThe tea is ready.`, log)).toBe('mismatch');
});

test('the engine’s own file among the volumes may be there or not', () => {
  const rows = 'total 24\n-rw------- 1 root root 32768 Jan 23 15:33 metadata.db';
  const device = '\nbrw------- 1 root root 252, 3 Jan 23 15:15 backingFsBlockDev';
  const of = (command: string, expected: string, actual: string) =>
    matchOutput({ command, expected: expected.split('\n'), actual, bindings: {} }).verdict;
  expect(of('ls -l /var/lib/docker/volumes', `${rows}${device}`, rows)).toBe('tolerated');
  expect(of('ls /var/lib/docker/volumes', 'metadata.db', 'backingFsBlockDev\nmetadata.db')).toBe('tolerated');
  expect(of('ls -l /srv', `${rows}\ndrwxr-xr-x 2 root root 4096 Jan 23 15:15 tea`, rows)).toBe('mismatch');
});
