import type { StepFacts } from './step-facts.ts';

/** How many things of a kind steps can have made at most; null where only a run can tell: what Compose makes, or a program. */
export function mostOf(kind: 'container' | 'image', steps: readonly { readonly facts: StepFacts }[]): number | null {
  const unknown = new Set(['project', 'service', 'stack', 'server']);
  if (steps.some(({ facts: { makes } }) => makes.some((one) => unknown.has(one.kind)))) return null;
  const all = steps.flatMap(({ facts: { makes, needs } }) => (kind === 'image' ? [...makes, ...needs] : makes));
  return new Set(all.filter((one) => one.kind === kind).map(({ key }) => key)).size;
}
