import { because, type Told } from '../../core/message.ts';
import type { BlockKind } from '../../core/plan.ts';
import { annotationWitness } from './annotation.ts';
import { contentWitness } from './content.ts';
import type { Case, Evidence, Witness } from './evidence.ts';
import { fileWitness } from './files.ts';
import { languageWitness } from './language.ts';
import { placeholderWitness } from './placeholders.ts';
import { proseWitness } from './prose.ts';
import { repeatWitness } from './repeats.ts';
import { typingWitness } from './typing.ts';

const witnesses: readonly Witness[] = [
  annotationWitness,
  languageWitness,
  contentWitness,
  typingWitness,
  placeholderWitness,
  proseWitness,
  fileWitness,
  repeatWitness,
];

/** The reading of a block that most speaks for. */
export interface Verdict {
  readonly kind: BlockKind;
  readonly reason: Told;
  /** Sum of the evidence for each kind, for those who want to know how close it was. */
  readonly scores: ReadonlyMap<BlockKind, number>;
}

/** Hears every witness and sums up. The strongest single reason for the winner is the one that is told. */
export function weigh(about: Case): Verdict {
  const heard = witnesses.flatMap((witness) => witness(about));
  const scores = new Map<BlockKind, number>([['illustration', 0.5]]);
  for (const { kind, weight } of heard) scores.set(kind, (scores.get(kind) ?? 0) + weight);
  const [kind] = [...scores].sort((a, b) => b[1] - a[1])[0] ?? ['illustration' as const];
  const told = heard.filter((one) => one.kind === kind && one.weight > 0 && one.reason !== null);
  return { kind, reason: strongest(told)?.reason ?? because('plan-nothing-says'), scores };
}

function strongest(heard: readonly Evidence[]): Evidence | undefined {
  return [...heard].sort((a, b) => b.weight - a.weight)[0];
}
