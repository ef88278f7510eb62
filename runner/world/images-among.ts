import { canonicalImage, effectsOf } from '../command/index.ts';
import type { StepFacts } from './step-facts.ts';
import type { Subject } from './subject.ts';

/** Kinds of things that no image is behind. */
const apart: ReadonlySet<Subject['kind']> = new Set(['path', 'place', 'variable', 'value']);

/** The images among things, and those that the things were made of. */
export function imagesAmong(
  things: readonly Subject[],
  makersOf: (key: string) => readonly StepFacts[],
): readonly string[] {
  const seen = new Set<string>();
  const found = new Set<string>();
  const visit = (some: readonly Subject[]) => {
    for (const { kind, key, name } of some) {
      if (seen.has(key) || apart.has(kind)) continue;
      seen.add(key);
      if (kind === 'image' && name !== '') found.add(canonicalImage(name));
      const source = kind === 'content' ? key.slice('content '.length) : key;
      for (const maker of makersOf(source))
        visit([...maker.needs, ...maker.makes.filter((one) => one.kind === 'image')]);
    }
  };
  visit(things);
  return [...found];
}

/** Whether a command makes an image, and does not only pull one or give one a further name. */
export function makesOwnImage(text: string): boolean {
  const { pulls, needs, makes } = effectsOf(text);
  const named = pulls.length > 0 || needs.some(({ kind }) => kind === 'image');
  return !named && makes.some(({ kind }) => kind === 'image');
}
