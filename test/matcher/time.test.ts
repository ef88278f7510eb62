import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matchOutput } from '../../runner/matcher/index.ts';

const header = 'CONTAINER ID   IMAGE     COMMAND   CREATED   STATUS    PORTS     NAMES';

/** What lines are made of: everything that some rule of the matcher looks at. */
const fragment = fc.constantFrom(
  ...['a', 'a1', '1', '12:00:00 ', '5e4f3a2b1c0d ', 'sha256:', '172.17.0.2 ', '1.2.3.', 'size ', '10MB ', 'v1.2 '],
  ...['...', '. ', '…', '[', '{', '"a": 1, ', '"', '(', '  ', '\t', '/tmp/', '_', '=', ':', '-', 'Docker ', '한글 '],
);
const longLine = fc
  .tuple(fc.array(fragment, { minLength: 1, maxLength: 3 }), fc.integer({ min: 1, max: 600 }), fragment)
  .map(([parts, times, end]) => `${parts.join('').repeat(times)}${end}`);
const shortLine = fc.array(fragment, { minLength: 1, maxLength: 6 }).map((parts) => parts.join(''));
const knownLine = fc.constantFrom(
  ...['same', '...', '', '(생략)', 'start ... end', 'start of the end', 'Error: no', 'value 5e4f3a2b1c0d', '^Cbye'],
  ...[
    header,
    '5e4f3a2b1c0d   nginx     "x"       2 hours ago   Up 2 hours    80/tcp    web',
    'IMAGE   CREATED BY   SIZE',
  ],
  ...[
    'Step 1/2 : RUN a',
    ' ---> 5e4f3a2b1c0d',
    '#1 [1/2] RUN a',
    '#1 DONE 0.1s',
    '=> [1/2] RUN a',
    '[',
    '{',
    '"a": [',
    ']',
  ],
  ...[
    '[+] Running 1/1',
    ' ✔ Container web  Started',
    'web-1  | ready',
    'Untagged: web:1',
    'Get:1 http://x y',
    'Client:',
  ],
);
const line = fc.oneof({ weight: 5, arbitrary: knownLine }, { weight: 2, arbitrary: shortLine }, longLine);
const pattern = fc.array(line, { minLength: 1, maxLength: 6 });
const command = fc.constantFrom('docker ps -a', 'docker build .', 'docker logs web', 'docker compose up', 'show');

/** A text of so many lines: a beginning, a pattern again and again, an end. */
const text = fc
  .record({ first: fc.option(line), repeated: pattern, last: fc.option(line) })
  .map(({ first, repeated, last }) => (count: number): readonly string[] => [
    ...(first === null ? [] : [first]),
    ...Array.from({ length: count }, (_, index) => repeated[index % repeated.length] ?? ''),
    ...(last === null ? [] : [last]),
  ]);

/** Processor time, in ms: it hardly depends on what else the machine does. The least of some attempts. */
function timeOf(input: { command: string; expected: readonly string[]; actual: string }, attempts: number): number {
  const times = Array.from({ length: attempts }, () => {
    const before = process.cpuUsage();
    matchOutput({ ...input, bindings: {} });
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return Math.min(...times);
}

test('no text takes time out of proportion to its length', { timeout: 300_000 }, () => {
  fc.assert(
    fc.property(command, text, text, (typed, expected, actual) => {
      const time = (count: number, attempts: number) =>
        timeOf({ command: typed, expected: expected(count), actual: actual(count).join('\n') }, attempts);
      const whole = time(400, 1);
      // What is done in a moment need not be measured twice, and grows with the text or not: nobody waits for it.
      if (whole < 500) return;
      const [half, again] = [time(200, 2), time(400, 2)];
      expect(again).toBeLessThan(3 * half + 300);
    }),
    { numRuns: 40 },
  );
});
