import { describe, expect, test } from 'vitest';
import type { Match } from '../../runner/core/match.ts';
import { message } from '../../runner/core/message.ts';
import type { Output } from '../../runner/core/output.ts';
import type { CommandStep } from '../../runner/core/plan.ts';
import type { StandInFault } from '../../runner/engine/shelf/index.ts';
import { judge } from '../../runner/pipeline/judge.ts';
import { typedStep } from './typed-step.ts';

const output: Output = {
  text: '',
  exitCode: 0,
  durationMs: 5,
  ended: 'exit',
  retries: 0,
  omittedLines: 0,
  messages: [],
};
const holding: Match = { verdict: 'tolerated', tolerances: [], bindings: {}, diff: [], resolved: [], reason: null };

function verdictOf({
  step = {},
  out = {},
  match = null,
  engineAnswers = true,
  standInFault = null,
  missingImage = null,
}: {
  step?: Partial<CommandStep>;
  out?: Partial<Output>;
  match?: Match | null;
  engineAnswers?: boolean;
  standInFault?: StandInFault | null;
  missingImage?: string | null;
}): string {
  const typed = typedStep('docker ps', step);
  const evidence = {
    step: typed,
    path: 'ch.md',
    typed: null,
    output: { ...output, ...out },
    match,
    engineAnswers,
    standInFault,
    missingImage,
  };
  const { status, messages } = judge(evidence);
  return [status, ...messages.map(({ code, line }) => `${code}@${line}`)].join(' ');
}

describe('a step', () => {
  test('that ends well passes', () => {
    expect(verdictOf({})).toBe('passed');
  });

  test('that fails where the chapter shows no failure has failed', () => {
    expect(verdictOf({ out: { exitCode: 1, text: 'no such container' } })).toBe('failed step-failed@7');
  });

  test('that clears away what its reader may have passes where they have nothing', () => {
    const text = "docker: 'docker rm' requires at least 1 argument\n\nUsage:  docker rm [OPTIONS] CONTAINER";
    const older = '"docker rm" requires at least 1 argument.\nSee \'docker rm --help\'.';
    const all = { text: 'docker rm -f $(docker ps -aq)' };
    expect(verdictOf({ step: all, out: { exitCode: 1, text } })).toBe('passed step-nothing-there@7');
    expect(verdictOf({ step: all, out: { exitCode: 1, text: older } })).toBe('passed step-nothing-there@7');
    expect(verdictOf({ step: { text: 'docker rm' }, out: { exitCode: 1, text } })).toBe('failed step-failed@7');
    const other = { text: 'docker inspect $(docker ps -q)' };
    expect(verdictOf({ step: other, out: { exitCode: 1, text } })).toBe('failed step-failed@7');
  });

  test('whose error is the chapter’s own holds', () => {
    expect(verdictOf({ out: { exitCode: 1 }, match: holding })).toBe('passed');
  });

  test('that should fail and does not is wrong', () => {
    expect(verdictOf({ step: { failureExpected: true } })).toBe('failed step-should-fail@7');
    expect(verdictOf({ step: { failureExpected: true }, out: { exitCode: 1 } })).toBe('passed');
  });

  test('with a status of its own is held to it', () => {
    expect(verdictOf({ step: { annotation: { exit: 3 } }, out: { exitCode: 3 } })).toBe('passed');
    expect(verdictOf({ step: { annotation: { exit: 3 } }, out: { exitCode: 1 } })).toBe('failed step-exit@7');
  });

  test('that printed something else has failed, at the line of the expected output', () => {
    const match: Match = {
      ...holding,
      verdict: 'mismatch',
      reason: { code: 'unexpected-line', args: { actual: 'x' } },
    };
    const expected = { form: 'block', lines: [], text: '', line: 12, partial: false, block: 1 } as const;
    expect(verdictOf({ step: { expected }, match })).toBe('failed step-mismatch@12');
  });

  test('that used up its time, or asked what the chapter does not answer, has failed', () => {
    expect(verdictOf({ out: { ended: 'timeout', exitCode: null } })).toBe('failed step-timeout@7');
    expect(verdictOf({ out: { ended: 'question', exitCode: null, text: 'Go on? [y/N]' } })).toBe(
      'failed step-question@7',
    );
    expect(verdictOf({ out: { ended: 'question', exitCode: null } })).toBe('failed session-waits-for-input@7');
  });

  test('that the user stopped has neither passed nor failed', () => {
    const messages = [message('session-stopped', {}, {}, 'info')];
    expect(verdictOf({ out: { ended: 'interrupted', exitCode: null, messages } })).toBe('skipped session-stopped@7');
  });

  test('that tutor ended with Ctrl-C is judged on what it showed', () => {
    expect(verdictOf({ out: { ended: 'interrupted', exitCode: 130 } })).toBe('passed');
  });

  test('that ended the shell on purpose passes; one that a failing command ended has failed', () => {
    expect(verdictOf({ step: { text: 'exit 1' }, out: { ended: 'closed', exitCode: 1 } })).toBe('passed');
    expect(verdictOf({ step: { text: 'set -e; false' }, out: { ended: 'closed', exitCode: 1 } })).toBe(
      'failed step-failed-silently@7',
    );
  });
});

describe('nobody but the world is to blame', () => {
  test('where the engine no longer answers', () => {
    expect(verdictOf({ out: { exitCode: 1 }, engineAnswers: false })).toBe('broken engine-gone@7');
  });

  test('where the network or a registry is away', () => {
    expect(verdictOf({ out: { exitCode: 6, text: 'curl: (6) Could not resolve host: x' } })).toBe(
      'broken environment-no-network@7',
    );
  });

  test('where the result hangs on a stand-in', () => {
    expect(verdictOf({ out: { exitCode: 127 }, standInFault: { why: 'it has no apk', always: false } })).toBe(
      'broken stand-in-fault@7',
    );
  });

  test('but a step that passes is not excused', () => {
    expect(verdictOf({ standInFault: { why: 'it has no apk', always: false } })).toBe('passed');
    const looked = { why: 'it is not the distribution', always: true };
    expect(verdictOf({ standInFault: looked })).toBe('broken stand-in-fault@7');
    expect(verdictOf({ out: { exitCode: 1 }, missingImage: 'node:6-onbuild' })).toBe('broken image-missing@7');
  });
});
