import { dockerfileLook } from './looks.ts';
import type { View } from './view.ts';

/**
 * Blocks that make one Dockerfile together: `FROM` alone, then instructions without `FROM` in the following blocks,
 * then a build, or the whole file once more. Returns the indexes of such blocks.
 */
export function dockerfileSeries(views: readonly View[]): ReadonlySet<number> {
  const found = new Set<number>();
  for (const [at, view] of views.entries()) {
    if (!startsSeries(view)) continue;
    let end = at + 1;
    while (goesOn(views[end])) end++;
    if (end - at >= 2 && (builds(views[end]) || isWhole(views[end], views.slice(at, end))))
      for (let index = at; index < end; index++) found.add(index);
  }
  return found;
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
  return /\bdocker\b.*\bbuild\b/.test(view?.text ?? '');
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
