import { expect, test } from 'vitest';
import { matchOutput } from '../../runner/matcher/index.ts';

function holds(command: string, expected: string, actual: string): boolean {
  const input = { command, expected: expected.split('\n'), actual, bindings: {} };
  return matchOutput(input).verdict !== 'mismatch';
}

test('a limit of memory that somebody set is no measurement', () => {
  const stats = (memory: string) =>
    `CONTAINER ID   NAME   CPU %   MEM USAGE / LIMIT   MEM %\n5e4f3a2b1c0d   web    0.00%   ${memory}   0.87%`;
  expect(holds('docker stats --no-stream', stats('1MiB / 7.638GiB'), stats('2MiB / 23.5GiB'))).toBe(true);
  expect(holds('docker stats --no-stream', stats('1MiB / 64MiB'), stats('2MiB / 64MiB'))).toBe(true);
  expect(holds('docker stats --no-stream', stats('1MiB / 64MiB'), stats('2MiB / 128MiB'))).toBe(false);
});

test('a size that the command asks for is none either', () => {
  const df = (size: string) =>
    `Filesystem      Size  Used Avail Use% Mounted on\nshm             ${size}     0   ${size}   0% /dev/shm`;
  expect(holds('docker run --shm-size 1g ubuntu df -h /dev/shm', df('1.0G'), df('1.0G'))).toBe(true);
  expect(holds('docker run --shm-size 1g ubuntu df -h /dev/shm', df('1.0G'), df(' 64M'))).toBe(false);
  expect(holds('docker run ubuntu df -h /dev/shm', df('1.0G'), df(' 64M'))).toBe(true);
  const file = (size: string) => `-rw-r--r--    1 root     root        ${size} Nov 22 19:48 /file`;
  const make = 'truncate -s 5M /file; ls -lh /file';
  expect(holds(make, file('5.0M'), file('5M'))).toBe(true);
  expect(holds(make, file('5.0M'), file('50.0M'))).toBe(false);
});
