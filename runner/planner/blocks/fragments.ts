import { dockerVerbsIn } from '../../command/index.ts';
import { cuesIn } from '../prose/cues.ts';
import { dockerfileLook } from './looks.ts';
import type { View } from './view.ts';

/** What a block is to the Dockerfile that it makes together with others: the first one writes it. */
export type SeriesPart = 'first' | 'more';

/**
 * Blocks that make one Dockerfile together: its first lines with `FROM`, then instructions without it. It is one where
 * the block behind them builds it or shows the whole, and where the reader was told to write a file and to add each part
 * to it, whatever stands between them.
 */
export function dockerfileSeries(views: readonly View[]): ReadonlyMap<number, SeriesPart> {
  const found = new Map<number, SeriesPart>();
  for (const [at, view] of views.entries()) {
    if (!startsSeries(view)) continue;
    const parts = partsAfter(views, at);
    if (parts.length === 0) continue;
    found.set(at, 'first');
    for (const part of parts) found.set(part.block.index, 'more');
  }
  return found;
}

function partsAfter(views: readonly View[], at: number): readonly View[] {
  const first = views[at];
  if (first === undefined) return [];
  const length = views.slice(at + 1).findIndex((view) => !goesOn(view));
  const next = length < 0 ? [] : views.slice(at + 1, at + 1 + length);
  const end = views[at + 1 + next.length];
  if (builds(end) || isWhole(end, [first, ...next])) return next;
  if (!isToBeWritten(first)) return [];
  const rest = views.slice(at + 1);
  const built = rest.findIndex((view) => builds(view) || dockerfileLook(view.text).complete);
  const told = built < 0 ? [] : rest.slice(0, built).filter(goesOn);
  return built >= 0 && builds(rest[built]) && told.every(isToBeAdded) ? told : [];
}

function isToBeWritten({ cues, paragraphCues, headingCues, between }: View): boolean {
  return (
    [cues, paragraphCues, headingCues].some((each) => each.has('file')) ||
    between.some(({ text }) => /dockerfile/i.test(text) && cuesIn(text).has('file'))
  );
}

function isToBeAdded({ cues, paragraphCues }: View): boolean {
  return cues.has('append') || paragraphCues.has('append');
}

function startsSeries({ text }: View): boolean {
  const look = dockerfileLook(text);
  return !hasPlaceholders(text) && look.complete && look.others === 0 && look.instructions.length <= 3 && !look.elided;
}

function goesOn(view: View | undefined): boolean {
  if (view === undefined) return false;
  const look = dockerfileLook(view.text);
  return (
    !hasPlaceholders(view.text) && look.instructions.length > 0 && look.others === 0 && !look.complete && !look.elided
  );
}

function builds(view: View | undefined): boolean {
  return dockerVerbsIn(view?.text ?? '').some((verb) => verb.endsWith('build'));
}

/** A whole Dockerfile with every instruction of the blocks above it: how it looks now. */
function isWhole(view: View | undefined, parts: readonly View[]): boolean {
  if (view === undefined) return false;
  const all = new Set(dockerfileLook(view.text).instructions);
  return parts.every(({ text }) => dockerfileLook(text).instructions.every((line) => all.has(line)));
}

function hasPlaceholders(text: string): boolean {
  return /<[\p{L}_][^<>\n]*>|\.{3}/u.test(text);
}
