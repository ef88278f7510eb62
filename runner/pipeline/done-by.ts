import { dockerVerbsIn } from '../command/index.ts';
import type { Outcome } from '../core/outcome.ts';
import type { Step } from '../core/plan.ts';
import type { StepFacts, Subject } from '../world/index.ts';

/** Another step does it in place of this one. */
export function doneElsewhere({ skip }: Step): boolean {
  return skip?.code === 'repeated' || skip?.code === 'alternative';
}

/** A value that a step has shown in another way than the chapter is not missing; the reader only has to look for it. */
export function shownBy({ step, output, match }: Outcome, facts: StepFacts): StepFacts {
  if (output === null || (match !== null && match.verdict !== 'mismatch')) return facts;
  return {
    ...facts,
    makes: facts.makes.filter((one) => !isShown(one, step)),
    changes: [...facts.changes, ...facts.makes.filter((one) => isShown(one, step))],
  };
}

/** A value that the reader learns from what the step shows; one that a command gives to what it makes is none. */
function isShown({ kind, name }: Subject, step: Step): boolean {
  return kind === 'value' && step.type === 'command' && step.expected?.text.includes(name) === true;
}

/** Whether what the step should have done to a thing is done: it ran and did not fail, or opened something. */
export function doneBy({ step, status, output, match, messages }: Outcome): (thing: Subject, filled?: true) => boolean {
  if (step.type === 'file' || output === null) return () => status === 'passed';
  // A value is known to the reader where what shows it is as the chapter says.
  const shows = match !== null && match.verdict !== 'mismatch';
  if (endedWell(output))
    return (thing) => (shows || !isShown(thing, step)) && !(thing.kind === 'port' && isLate(messages));
  const made = leavesContainer(step.text, output);
  // A program that failed has left its volume there, and not what it was to write.
  return ({ kind }, filled) => made && (kind === 'container' || kind === 'image' || (kind === 'volume' && !filled));
}

/** Docker made the container and could not start it, or its program cannot work with what it was given. */
export function isIdle({ step, output, messages }: Outcome): boolean {
  if (step.type !== 'command' || output === null) return false;
  return (output.exitCode === 125 && leavesContainer(step.text, output)) || isLate(messages);
}

/** What the page has asked its reader in words to take away is there in place of what the step would have made. */
export function isInTheWay({ cause }: Outcome): boolean {
  return cause?.evidence.some(({ code }) => code === 'reader-removes') ?? false;
}

/** An option of Docker's went to the container's program instead. */
function isLate(messages: Outcome['messages']): boolean {
  return messages.some(({ code }) => code === 'option-late');
}

/** It came to an end that is none of a failure, or goes on. */
export function endedWell({ exitCode, ended }: NonNullable<Outcome['output']>): boolean {
  return exitCode === 0 || exitCode === null || ended === 'interrupted' || ended === 'running' || ended === 'detached';
}

/** `docker run` makes its container also where the program in it fails, and where it cannot be started. */
function leavesContainer(text: string, { exitCode, text: shown }: NonNullable<Outcome['output']>): boolean {
  if (!dockerVerbsIn(text).includes('container run')) return false;
  return (
    exitCode !== 125 ||
    ['port is already allocated', 'address already in use', 'failed to create task', 'OCI runtime create failed'].some(
      (word) => shown.includes(word),
    )
  );
}
