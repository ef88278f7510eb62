import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runCourse } from './on-sandbox.ts';

const shop = join(import.meta.dirname, '../courses/killercoda/shop');

test('a scenario with everything that its format has, as it should be', async () => {
  const came = await runCourse(shop);
  expect(came.map(({ step }) => step)).toEqual([
    'intro passed: ⚙ intro/wait.sh',
    'intro passed: ⚙ intro/stock.sh',
    'step1 passed: echo "the $SHOP shop"',
    'step1 passed: /opt/tools/greet.sh',
    'step1 passed: docker run -d --name counter alpine:3.20 sleep 600',
    'step1 passed: cd shop/window',
    'step1 passed: ⚙ step1/verify.sh',
    'step2 passed: ⚙ step2/till.sh',
    "step2 passed: echo 'fresh apples' > sign.txt",
    'step2 passed: docker build -t window .',
    'step2 passed: docker run --name look window',
    'step2 skipped: docker run --rm --name look-again window',
    'step2 passed: ⚙ step2/verify.sh',
    'step3 passed: ⚙ step3/street.sh',
    'step3 passed: tail -f /opt/stock/street',
    'step3 passed: echo 12 > /tmp/house',
    'step3 skipped: echo 13 > /tmp/house',
    'step3 passed: ⚙ step3/verify.sh',
    'finish passed: docker rm -f counter',
  ]);
  const told = (script: string) => came.find(({ step }) => step.endsWith(script))?.why;
  expect(told('intro/stock.sh')).toEqual([
    expect.stringContaining('calls shopkeeper-of-another-platform'),
    expect.stringContaining('cannot be had here: no-such-package-anywhere.'),
    expect.stringContaining('settings of dockerd'),
  ]);
  expect(told('step2/till.sh')).toEqual([expect.stringContaining('goes on in the background')]);
});

test('the same with mistakes: who is to blame for each', async () => {
  const came = await runCourse(shop, [
    // A script that is for another machine.
    [
      'intro/stock.sh',
      'echo apples > /opt/stock/list',
      'echo apples > /opt/stock/list; shopkeeper-of-another-platform',
    ],
    // No shell can read it.
    ['step2/till.sh', 'until docker container inspect look > /dev/null 2>&1; do', 'until true do'],
    // The page does all, and the check asks for something else.
    ['step1/verify.sh', 'counter', 'cashier'],
    // What cannot be had here.
    ['assets/window/Dockerfile', 'FROM alpine:3.20', 'FROM nowhere.example/none'],
    // The page leaves its task to the reader.
    ['step3/text.md', '`tail -f /opt/stock/street`{{exec}}', '`tail -f /opt/stock/street`'],
    ['step3/text.md', '`echo 12 > /tmp/house`{{execute T2}}', ''],
    ['step3/text.md', '`echo 13 > /tmp/house`{{execute HOST2}}', ''],
  ]);
  const wrong = came.filter(({ step }) => !step.includes(' passed: '));
  expect(wrong.map(({ step }) => step)).toEqual([
    'intro broken: ⚙ intro/stock.sh',
    'step1 failed: ⚙ step1/verify.sh',
    'step2 failed: ⚙ step2/till.sh',
    'step2 broken: docker build -t window .',
    'step2 skipped: docker run --name look window',
    'step2 skipped: docker run --rm --name look-again window',
    'step2 broken: ⚙ step2/verify.sh',
    'step3 skipped: ⚙ step3/verify.sh',
  ]);
  expect(wrong.map(({ why }) => why.join(' '))).toEqual([
    expect.stringMatching(/intro\/stock\.sh.*127.*not found/),
    expect.stringMatching(/All steps of the page were done.*step1\/verify\.sh/),
    expect.stringContaining('no script that a shell can read'),
    expect.stringContaining('nowhere.example'),
    expect.stringContaining('which line'),
    expect.any(String),
    expect.stringContaining('Follows from'),
    expect.stringContaining('shows no solution'),
  ]);
});
