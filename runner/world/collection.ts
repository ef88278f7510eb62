import type { Step } from '../core/plan.ts';
import type { Provenance } from './provenance.ts';
import type { StepFacts } from './step-facts.ts';
import type { Subject } from './subject.ts';

/** What is there only while a chapter keeps it there. */
const kept: ReadonlySet<Subject['kind']> = new Set(['container', 'network', 'volume', 'service', 'stack', 'swarm']);

/** Sections that go on with what is not there; one or two are slips of an author who goes on from step to step. */
const fewest = 4;

/**
 * Whether the sections of a chapter stand for themselves, as those of a reference do: several of them go on with things
 * that another one has removed, or makes only later.
 */
export function isCollection(
  walked: readonly { readonly step: Step; readonly facts: StepFacts }[],
  before: (facts: StepFacts, thing: Subject) => Provenance,
): boolean {
  const apart = walked.filter(({ step, facts }) => {
    if (step.type !== 'command' || step.skip !== null || step.into !== 'shell') return false;
    const made = new Set(facts.makes.map(({ key }) => key));
    return facts.needs.some((one) => {
      if (!kept.has(one.kind) || made.has(one.key)) return false;
      const { madeBy, removedBy, madeLater } = before(facts, one);
      return madeBy === null && (removedBy !== null || madeLater !== null);
    });
  });
  return new Set(apart.map(({ step }) => (step.type === 'command' ? step.section : -1))).size >= fewest;
}
