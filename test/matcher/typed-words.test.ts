import { describe, expect, test } from 'vitest';
import type { Bindings } from '../../runner/core/match.ts';
import { matchOutput, substituteBindings } from '../../runner/matcher/index.ts';

/** A step: the chapter's command, what the chapter shows, what came out. */
type Step = readonly [command: string, expected: string, actual: string];

/** Whether each step of a chapter holds. */
function follow(...steps: readonly Step[]): readonly boolean[] {
  let bindings: Bindings = {};
  return steps.map(([command, expected, actual]) => {
    const match = matchOutput({ command, expected: expected.split('\n'), actual, bindings });
    bindings = match.bindings;
    return match.verdict !== 'mismatch';
  });
}

describe('what a command names comes back as it was typed', () => {
  const started: Step = ['docker run -d nginx', `5e4f3a2b1c0d${'a1'.repeat(26)}`, `8f58ed56c6ca${'c3'.repeat(26)}`];
  const listed: Step = ["docker ps --format '{{.Names}}'", 'goofy_goldberg', 'admiring_hofstadter'];

  test.each([
    ['the beginning of an ID', started, ['docker stop 5e4', '5e4', '8f5'], true],
    ['the beginning of another ID', started, ['docker stop 5e4', '5e4', '90d'], false],
    ['a generated name', listed, ['docker start goofy_goldberg', 'goofy_goldberg', 'admiring_hofstadter'], true],
    ['another generated name', listed, ['docker start goofy_goldberg', 'goofy_goldberg', 'zen_borg'], false],
    ["the chapter's name itself", listed, ['docker start goofy_goldberg', 'goofy_goldberg', 'goofy_goldberg'], false],
    ['a name in prose', listed, ['docker kill goofy_goldberg', 'killed goofy_goldberg.', 'killed zen_borg.'], false],
  ] as const)('%s', (_, before, after, holds) => {
    expect(follow(before, after)).toEqual([true, holds]);
  });

  test('a number is a process or a port only where a command names one', () => {
    const bindings = { 'pid:391': '680', 'port:49153': '32768' };
    const typed = (command: string) => substituteBindings(command, bindings).text;
    expect(typed('kill -9 391')).toBe('kill -9 680');
    expect(typed('cat /proc/391/status')).toBe('cat /proc/680/status');
    expect(typed('docker run alpine sleep 391')).toBe('docker run alpine sleep 391');
    expect(typed('nc localhost 49153')).toBe('nc localhost 32768');
  });

  test('an update keeps the words of the chapter', () => {
    const { resolved } = matchOutput({
      command: 'docker rm goofy_goldberg',
      expected: ['goofy_goldberg is gone'],
      actual: 'admiring_hofstadter is away',
      bindings: { 'name:goofy_goldberg': 'admiring_hofstadter' },
    });
    expect(resolved.map(({ text }) => text)).toEqual(['goofy_goldberg is away']);
  });
});
