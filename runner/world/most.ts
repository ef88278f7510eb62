import type { Site } from '../core/outcome.ts';
import type { StepFacts } from './step-facts.ts';
import type { SubjectKind } from './subject.ts';

/** How many things of a kind steps can have made at most; null where only a run can tell: what Compose makes, or a program. */
export function mostOf(kind: 'container' | 'image', steps: readonly { readonly facts: StepFacts }[]): number | null {
  const unknown = new Set(['project', 'service', 'stack', 'server']);
  if (steps.some(({ facts: { makes } }) => makes.some((one) => unknown.has(one.kind)))) return null;
  const all = steps.flatMap(({ facts: { makes, needs } }) => (kind === 'image' ? [...makes, ...needs] : makes));
  return new Set(all.filter((one) => one.kind === kind).map(({ key }) => key)).size;
}

/** Where steps remove something of a kind for the last time; null where they do not. */
export function lastRemoval(kind: SubjectKind, steps: readonly { readonly facts: StepFacts }[]): Site | null {
  return steps.findLast(({ facts: { removes } }) => removes.some((one) => one.kind === kind))?.facts.site ?? null;
}
