import { distance } from './distance.ts';

/** The name that was most likely meant, or null: at most two slips, and fewer than half of the letters. */
export function suggest(written: string, names: readonly string[]): string | null {
  const ranked = names.map((name) => ({ name, slips: distance(written, name) })).sort((a, b) => a.slips - b.slips);
  const [best] = ranked;
  return best !== undefined && best.slips <= Math.min(2, Math.ceil(best.name.length / 2)) ? best.name : null;
}
