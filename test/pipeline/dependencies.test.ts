import { expect, test } from 'vitest';
import { Dependencies } from '../../runner/pipeline/dependencies.ts';
import { typedStep } from './typed-step.ts';

const typed = (text: string, line: number) => typedStep(text, { line });

test('what a failed build should have made is missing for whoever runs it, and nothing else is', () => {
  const dependencies = new Dependencies();
  dependencies.record(typed('docker build -t app:1 .', 3), false);
  expect(dependencies.missingFor(typed('docker run --name web app:1', 5))).toEqual({ what: 'image app:1', line: 3 });
  expect(dependencies.missingFor(typed('docker run --name web app:2', 5))).toBeNull();
  expect(dependencies.missingFor(typed('docker run busybox echo', 6))).toBeNull();
});

test('a tag that is left out is "latest"', () => {
  const dependencies = new Dependencies();
  dependencies.record(typed('docker build -t app .', 3), false);
  expect(dependencies.missingFor(typed('docker run app:latest', 5))?.line).toBe(3);
});

test('made after all, it is no longer missing', () => {
  const dependencies = new Dependencies();
  dependencies.record(typed('docker build -t app .', 3), false);
  dependencies.record(typed('docker build -t app .', 9), true);
  expect(dependencies.missingFor(typed('docker run app', 10))).toBeNull();
});

test('a name that is taken stays taken: the second run fails, the first container is still there', () => {
  const dependencies = new Dependencies();
  dependencies.record(typed('docker run -d --name web nginx', 3), true);
  dependencies.record(typed('docker run -d --name web nginx', 4), false);
  expect(dependencies.missingFor(typed('docker rm -f web', 5))).toBeNull();
});

test('removed and not made again, it is missing', () => {
  const dependencies = new Dependencies();
  dependencies.record(typed('docker run -d --name web nginx', 3), true);
  dependencies.record(typed('docker rm -f web', 4), true);
  dependencies.record(typed('docker run -d --name web nginx', 5), false);
  expect(dependencies.missingFor(typed('docker logs web', 6))?.line).toBe(5);
});
