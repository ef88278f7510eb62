import { describe, expect, test } from 'vitest';
import { UserError } from '../../runner/core/message.ts';
import { engineName, parseEngineSpecs, pooled } from '../../runner/engine/index.ts';

describe('--engine', () => {
  test.each([
    ['auto', ['auto']],
    ['host', ['host']],
    ['sandbox', ['sandbox']],
    ['sandbox:29,dind:29', ['sandbox:29', 'dind:29']],
    ['sandbox:20,sandbox:28', ['sandbox:20', 'sandbox:28']],
    ['sandbox:26, host', ['sandbox:26', 'host']],
    ['sandbox:28,sandbox:28', ['sandbox:28']],
    ['ssh://me@build1,context:second', ['ssh://me@build1', 'context:second']],
    ['host,ssh://10.0.0.7:2222', ['host', 'ssh://10.0.0.7:2222']],
    ['dind,sandbox,dind:20', ['dind', 'sandbox', 'dind:20']],
  ])('%s means %j', (text, names) => {
    expect(parseEngineSpecs(text).map(engineName)).toEqual(names);
  });

  test.each([
    '',
    'sandbox:27',
    'dind:30',
    'docker',
    'sandbox:',
    'Host',
    'host,',
    'ssh://',
    'ssh://-oProxyCommand=x',
    'context:',
    'context:-x',
    'tcp://build1:2375',
  ])('%j is refused by name', (text) => {
    expect(() => parseEngineSpecs(text)).toThrow(UserError);
  });
});

describe('a pool', () => {
  test('is one engine that is at any of several places', () => {
    const at = ['ssh://me@build1', 'context:second'];
    const pool = pooled(at.map((place) => ({ kind: 'host', at: [place] })));
    expect(pool).toEqual({ kind: 'host', at });
    expect(engineName(pool)).toBe('ssh://me@build1+context:second');
  });

  test.each([{ kind: 'host' }, { kind: 'sandbox', generation: 28 }] as const)('is none with %j', (spec) => {
    expect(() => pooled([spec])).toThrow(UserError);
  });
});
