import { expect, test } from 'vitest';
import { matchOutput } from '../../runner/matcher/index.ts';

const verdict = (expected: string, actual: string) =>
  matchOutput({ command: 'docker compose up -d', expected: expected.split('\n'), actual, bindings: {} }).verdict;

const display = `[+] Running 2/2
 ✔ Network shop_default  Created  0.1s
 ✔ Container shop-web-1  Started  0.4s`;
const [header, network, container] = display.split('\n');

test.each([
  ['its end left out', `${header}\n...`],
  ['things left out', `${header}\n...\n${container}`],
  ['its beginning left out', `...\n${container}`],
  ['a remark', `${header}\n${network}   ← 새 네트워크\n${container}`],
])('the display of compose holds with %s', (_why, expected) => {
  expect(verdict(expected, display)).toBe('tolerated');
});

test.each([
  ['another state', `...\n${container}`, display.replace('Started', 'Error')],
  ['another name', `...\n${container}`, display.replace('shop-web-1', 'shop-app-1')],
  ['a failure among what was left out', `${header}\n${network}\n...`, display.replace('Started', 'Error')],
])('the display of compose does not hold with %s', (_why, expected, actual) => {
  expect(verdict(expected, actual)).toBe('mismatch');
});
