import { effectsOf } from '../command/index.ts';
import type { Message, Place } from '../core/message.ts';
import { message } from '../core/message.ts';
import type { Cause, Outcome, Site } from '../core/outcome.ts';
import { type CommandStep, isLeftOut, type SkipCode, type Step } from '../core/plan.ts';
import type { StepFacts, Subject, Trouble } from '../world/index.ts';
import { isUndone } from './consequence.ts';
import type { Evidence } from './evidence.ts';
import { siteTold, thingTold } from './told.ts';

/** Whose decision it is that the plan leaves a step out. */
export const kindOfSkip: Readonly<Record<SkipCode, 'chapter' | 'surroundings' | 'reader'>> = {
  annotation: 'chapter',
  alternative: 'chapter',
  editor: 'reader',
  repeated: 'chapter',
  condition: 'chapter',
  'other-system': 'surroundings',
  destructive: 'surroundings',
  'never-made': 'reader',
  placeholder: 'reader',
};

/** The outcome of a step that was not typed. */
export function notTyped(step: Step, cause: Cause['kind'] | Trouble, ...why: Message[]): Outcome {
  const found: Cause =
    typeof cause === 'object'
      ? { kind: 'step', of: cause.root, evidence: why }
      : cause === 'step'
        ? { kind: 'chapter', evidence: why }
        : { kind: cause, evidence: why };
  return { step, status: 'skipped', cause: found, output: null, match: null, typed: null, messages: why };
}

/**
 * Why a step is not typed that could be: something that it needs was not made, or the shell is not in the folder that
 * it hangs on. Null where it can be typed.
 */
export function hindrance(
  step: Step,
  { facts, fates, world }: Pick<Evidence, 'facts' | 'fates' | 'world'>,
  place: Place,
): Outcome | null {
  const lost = facts.place === null ? null : fates.troubleOf(facts.place);
  if (lost !== null && !isLeftOut(step)) {
    const where = siteTold(lost.root, facts.site.chapter);
    return notTyped(step, lost, message('place-lost', { where }, place, 'info'));
  }
  // What the chapter itself has taken away is its own fault, and typing shows it.
  const needs = typedNeeds(step, facts).filter(
    (one) => !isUndone({ world, facts }, one) && !(fetches(step) && fates.troubleOf(one)?.unfetched),
  );
  const missing = fates.unmade(needs);
  if (missing === null) return null;
  const args = { what: thingTold(missing.thing), where: siteTold(missing.root, facts.site.chapter) };
  return notTyped(step, missing, message('step-depends', args, place, 'info'));
}

/** The outcome of a line whose program is not open: it is typed nowhere else. */
export function openerNotOpen(
  step: CommandStep,
  { opener, root, path }: { readonly opener: Step; readonly root: Site; readonly path: string },
): Outcome {
  const place = { path, line: step.line, column: step.column };
  const where = siteTold({ chapter: path, line: opener.line }, path);
  const thing: Subject = { kind: 'opened', name: '', key: `opened ${opener.index}` };
  return notTyped(step, { how: 'unmade', thing, root }, message('opener-not-open', { where }, place, 'info'));
}

/** It asks the registry by itself for the images that it needs. */
function fetches(step: Step): boolean {
  // That it cannot be fetched is not the failure that the chapter tells.
  if (step.type === 'file' || failsAsTold(step)) return false;
  const { pulls, builds } = effectsOf(step.text);
  return pulls.length + builds.length > 0;
}

/** What a chapter says will fail is typed although what it asks for does not answer. */
function typedNeeds(step: Step, { needs }: StepFacts): StepFacts['needs'] {
  if (step.type === 'file') return [];
  return failsAsTold(step) ? needs.filter(({ kind }) => kind !== 'port' && kind !== 'container') : needs;
}

function failsAsTold({ failureExpected, annotation }: CommandStep): boolean {
  return failureExpected || (annotation.exit ?? 0) !== 0;
}
