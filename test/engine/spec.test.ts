import { describe, expect, test } from 'vitest';
import { UserError } from '../../runner/core/message.ts';
import { engineName, parseEngineSpecs } from '../../runner/engine/index.ts';

describe('--engine', () => {
  test.each([
    ['auto', ['auto']],
    ['host', ['host']],
    ['sandbox', ['sandbox']],
    ['sandbox:29,dind:29', ['sandbox:29', 'dind:29']],
    ['sandbox:20,sandbox:28', ['sandbox:20', 'sandbox:28']],
    ['sandbox:26, host', ['sandbox:26', 'host']],
    ['sandbox:28,sandbox:28', ['sandbox:28']],
    ['dind,sandbox,dind:20', ['dind', 'sandbox', 'dind:20']],
  ])('%s means %j', (text, names) => {
    expect(parseEngineSpecs(text).map(engineName)).toEqual(names);
  });

  test.each(['', 'sandbox:27', 'dind:30', 'docker', 'sandbox:', 'Host', 'host,'])('%j is refused by name', (text) => {
    expect(() => parseEngineSpecs(text)).toThrow(UserError);
  });
});
