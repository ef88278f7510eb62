import { expect, test } from 'vitest';
import type { Output } from '../../runner/core/output.ts';
import type { CommandStep, Plan } from '../../runner/core/plan.ts';
import { parseChapter } from '../../runner/parser/index.ts';
import { Recorder } from '../../runner/pipeline/recorder.ts';
import { planChapter } from '../../runner/planner/index.ts';
import type { Snapshot } from '../../runner/snapshot/snapshot.ts';

const silence: Output = {
  text: '',
  exitCode: 0,
  durationMs: 1,
  ended: 'exit',
  retries: 0,
  omittedLines: 0,
  messages: [],
};

test('what holds of the snapshot is kept as it was: a new recording of the same is the same', () => {
  const plan = planOf('docker run -d --name web nginx:1.27', 'docker ps -q');
  const first = recorded(plan, null, [`${'5e4f3a2b1c0d'.repeat(5).slice(0, 60)}aaaa`, '5e4f3a2b1c0d']);
  const second = recorded(plan, first, [`${'8f58ed56c6ca'.repeat(5).slice(0, 60)}bbbb`, '8f58ed56c6ca']);
  expect(second).toEqual(first);
});

test('a difference is told, and recorded', () => {
  const plan = planOf('docker run --rm shop colours');
  const recorder = new Recorder(plan, recorded(plan, null, ['red\nblue']));
  expect(recorder.record(commandsOf(plan)[0], { ...silence, text: 'red\ngreen' })).toContain('green');
  expect(recorder.snapshot('28').entries[0]?.output).toBe('red\ngreen');
});

test('another exit status is a difference, also where the output is the same', () => {
  const plan = planOf('docker run --rm shop colours');
  const recorder = new Recorder(plan, recorded(plan, null, ['red']));
  expect(recorder.record(commandsOf(plan)[0], { ...silence, text: 'red', exitCode: 3 })).toContain('3');
});

test('a failure that was recorded as one is no difference', () => {
  const plan = planOf('docker run --rm shop colours');
  const first = new Recorder(plan, null);
  first.record(commandsOf(plan)[0], { ...silence, text: 'no colours left', exitCode: 3 });
  const second = new Recorder(plan, first.snapshot('28'));
  expect(second.record(commandsOf(plan)[0], { ...silence, text: 'no colours left', exitCode: 3 })).toBeNull();
});

test('a step that could not be run keeps what was recorded of it', () => {
  const plan = planOf('docker run --rm shop colours', 'docker run --rm shop sizes');
  const before = recorded(plan, null, ['red', 'small']);
  const recorder = new Recorder(plan, before);
  recorder.record(commandsOf(plan)[1], { ...silence, text: 'small' });
  expect(recorder.snapshot('28')).toEqual(before);
});

test('a step that the chapter no longer has is obsolete and gone', () => {
  const before = recorded(planOf('docker run --rm shop colours', 'docker run --rm shop sizes'), null, ['red', 'small']);
  const plan = planOf('docker run --rm shop sizes');
  const recorder = new Recorder(plan, before);
  expect(recorder.obsolete().map(({ command }) => command)).toEqual(['docker run --rm shop colours']);
  expect(recorder.snapshot('28').entries.map(({ command }) => command)).toEqual(['docker run --rm shop sizes']);
});

test('the same command twice in a section is told apart, also where only the second was run', () => {
  const plan = planOf('docker run --rm shop colours', 'docker run --rm shop colours');
  const recorder = new Recorder(plan, recorded(plan, null, ['red', 'blue']));
  expect(recorder.record(commandsOf(plan)[1], { ...silence, text: 'blue' })).toBeNull();
});

test('what belongs to this machine is not recorded, nor blanks at line ends', () => {
  const plan = planOf('docker run --rm shop places');
  const recorder = new Recorder(plan, null, (text) => text.replaceAll('/home/jin', '/home/user'));
  recorder.record(commandsOf(plan)[0], { ...silence, text: 'data: /home/jin/shop   \n\n' });
  expect(recorder.snapshot('28').entries[0]?.output).toBe('data: /home/user/shop');
});

test('a recording names its command as the chapter writes it, whatever value a variable had', () => {
  const source = '# Shop\n\n```console\n$ docker run --rm $$team$$/shop sizes\n```\n';
  const planWith = (team: string) =>
    planChapter(parseChapter(source, { id: 'shop', path: 'shop.md' }), [], new Map([['team', team]]));
  const first = planWith('rose');
  const recorder = new Recorder(first, null);
  recorder.record(commandsOf(first)[0], { ...silence, text: 'S M L' });
  const snapshot = recorder.snapshot('28');
  expect(snapshot.entries.map(({ command }) => command)).toEqual(['docker run --rm $$team$$/shop sizes']);
  expect(new Recorder(planWith('lily'), snapshot).obsolete()).toEqual([]);
});

function planOf(...commands: readonly string[]): Plan {
  const source = `# Shop\n\n${commands.map((command) => `\`\`\`console\n$ ${command}\n\`\`\`\n`).join('\n')}`;
  const plan = planChapter(parseChapter(source, { id: 'shop', path: 'shop.md' }));
  expect(commandsOf(plan)).toHaveLength(commands.length);
  return plan;
}

function commandsOf({ steps }: Plan): [CommandStep, CommandStep] {
  return steps.filter((step) => step.type === 'command') as [CommandStep, CommandStep];
}

function recorded(plan: Plan, before: Snapshot | null, outputs: readonly string[]): Snapshot {
  const recorder = new Recorder(plan, before);
  for (const [index, text] of outputs.entries()) {
    const step = commandsOf(plan)[index];
    if (step) recorder.record(step, { ...silence, text });
  }
  return recorder.snapshot('28');
}
