import { expect, test } from 'vitest';
import { holdsOn } from '../../runner/pipeline/condition.ts';

const engine = { spec: { kind: 'sandbox', generation: 26 }, dockerVersion: '26.1.5+dfsg1' } as const;

test.each([
  ['docker>=26', true],
  ['docker>26', false],
  ['docker>=26.1.6', false],
  ['docker<28', true],
  ['docker=26', true],
  ['docker!=20', true],
  ['engine=sandbox', true],
  ['engine=sandbox:26', true],
  ['engine=host', false],
  ['docker>=20,docker<28', true],
  ['docker>=20,engine=host', false],
])('%s is %s on a sandbox of Docker 26.1.5', (condition, holds) => {
  expect(holdsOn(condition, engine)).toBe(holds);
});

test.each(['docker', 'version>=3', 'docker~26', ''])('"%s" cannot be read', (condition) => {
  expect(holdsOn(condition, engine)).toBeNull();
});
