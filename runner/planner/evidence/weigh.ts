import { because } from '../../core/message.ts';
import type { BlockKind, PlannedBlock, Witness as WitnessName } from '../../core/plan.ts';
import { annotationWitness } from './annotation.ts';
import { contentWitness } from './content.ts';
import { type Case, type Evidence, speaks, type Witness } from './evidence.ts';
import { fileWitness } from './files.ts';
import { languageWitness } from './language.ts';
import { markWitness } from './marks.ts';
import { placeholderWitness } from './placeholders.ts';
import { proseWitness } from './prose.ts';
import { repeatWitness } from './repeats.ts';
import { typingWitness } from './typing.ts';

const witnesses: Readonly<Record<Exclude<WitnessName, 'nobody'>, Witness>> = {
  annotation: annotationWitness,
  marks: markWitness,
  language: languageWitness,
  content: contentWitness,
  typing: typingWitness,
  placeholders: placeholderWitness,
  prose: proseWitness,
  files: fileWitness,
  repeats: repeatWitness,
};

/** The reading of a block that most speaks for. */
export interface Verdict extends Pick<PlannedBlock, 'kind' | 'reason' | 'evidence'> {}

/** Where nothing says more, a block is only looked at. */
const silence = { ...speaks('illustration', 0.5, because('plan-nothing-says')), by: 'nobody' } as const;

/** Hears every witness and sums up. The strongest single reason for the winner is the one that is told. */
export function weigh(about: Case): Verdict {
  const names = Object.keys(witnesses) as (keyof typeof witnesses)[];
  const evidence = [silence, ...names.flatMap((by) => witnesses[by](about).map((one) => ({ ...one, by })))];
  const [kind] = [...scoresOf(evidence)].sort((a, b) => b[1] - a[1])[0] ?? ['illustration' as const];
  const told = evidence.filter((one) => one.kind === kind && one.weight > 0 && one.reason !== null);
  return { kind, reason: strongest(told)?.reason ?? because('plan-nothing-says'), evidence };
}

/** Sum of the evidence for each kind. */
export function scoresOf(evidence: readonly Evidence[]): ReadonlyMap<BlockKind, number> {
  const scores = new Map<BlockKind, number>();
  for (const { kind, weight } of evidence) scores.set(kind, (scores.get(kind) ?? 0) + weight);
  return scores;
}

function strongest(heard: readonly Evidence[]): Evidence | undefined {
  return [...heard].sort((a, b) => b.weight - a.weight)[0];
}
