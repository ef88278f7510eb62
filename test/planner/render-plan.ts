import type { CommandStep, Plan, PlannedBlock, Step } from '../../runner/core/plan.ts';

/** A plan in few words: one line a block, its commands below, `>` before each line of expected output. */
export function renderPlan(plan: Plan): string {
  return plan.blocks.flatMap((planned, at) => [head(planned, at), ...body(plan, at)]).join('\n');
}

function head({ kind, file, for: owner }: PlannedBlock, at: number): string {
  return [`${at + 1}`, kind, file, owner === null ? null : `for ${owner + 1}`]
    .filter((part) => part !== null)
    .join(' ');
}

function body(plan: Plan, block: number): string[] {
  return (plan.blocks[block]?.unseen ?? plan.steps).flatMap((step: Step) => {
    if (step.block !== block) return [];
    if (step.type === 'command') return command(step);
    const whole = plan.blocks[block]?.kind === 'run' || step.action !== 'write';
    return whole ? [`  ${step.action} ${step.path}`] : [];
  });
}

const marks = { shell: '$', container: '#', repl: ')' } as const;

function command(step: CommandStep): string[] {
  const notes = [
    step.writes !== undefined ? 'written' : step.skip === null ? null : `skip: ${step.skip.code}`,
    step.terminal === 1 ? null : `terminal ${step.terminal}`,
    step.answers.length === 0 ? null : `answers ${step.answers.join(', ')}`,
    step.failureExpected ? 'fails' : null,
    step.removalAsked !== undefined ? 'after a removal' : null,
    step.toldMissing === undefined ? null : `${step.toldMissing} missing`,
    step.detachFirst ? 'detach first' : null,
    step.backHome ? 'back home' : null,
    step.staysOn ? 'stays' : null,
    step.expected?.partial ? 'excerpt' : null,
  ].filter((note) => note !== null);
  const [first = '', ...rest] = step.text.split('\n');
  const shown = step.expected?.block === step.block ? step.expected : null;
  return [
    `  ${marks[step.into]} ${first}${notes.length === 0 ? '' : `   [${notes.join('; ')}]`}`,
    ...rest.map((line) => `  . ${line}`),
    ...(shown === null
      ? []
      : shown.text === ''
        ? ['  > (nothing)']
        : shown.text.split('\n').map((line) => `  > ${line}`)),
  ].map((line) => line.trimEnd());
}
