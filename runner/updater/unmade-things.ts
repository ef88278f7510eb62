import { effectsOf } from '../command/index.ts';
import { escaped } from '../core/escaped.ts';
import type { ResolvedLine } from '../core/match.ts';
import type { Outcome } from '../core/outcome.ts';
import type { SourceLine } from '../core/source.ts';
import { endedWell } from './eligible.ts';

/** Names of what the chapter's steps should have made in this run, and did not: they failed or were not run. */
export function unmadeThings(outcomes: readonly Outcome[]): ReadonlySet<string> {
  const made = new Set<string>();
  const unmade = new Map<string, string>();
  for (const { step, output, status } of outcomes) {
    if (step.type !== 'command') continue;
    const isDone = output !== null && status !== 'broken' && endedWell(step, output);
    for (const { kind, name } of effectsOf(step.text).makes) {
      if (name === null) continue;
      // A container may have the name of an image.
      const key = `${kind} ${withoutTag(name)}`;
      if (isDone) made.add(key);
      else unmade.set(key, withoutTag(name));
    }
  }
  return new Set([...unmade].flatMap(([key, name]) => (made.has(key) ? [] : [name])));
}

/**
 * The desired lines with those of the chapter that speak of something unmade: that it is not there says nothing about
 * them, but about the step that should have made it.
 */
export function keepUnmade(
  lines: readonly SourceLine[],
  desired: readonly ResolvedLine[],
  unmade: ReadonlySet<string>,
): readonly ResolvedLine[] {
  const kept = new Map(
    lines.flatMap(({ text }, index) =>
      namesUnmade(text, unmade) ? [[index + 1, [{ from: index + 1, text }]] as const] : [],
    ),
  );
  const result: ResolvedLine[] = [];
  let next = 1;
  for (const line of desired) {
    for (; line.from !== null && next < line.from; next += 1) result.push(...(kept.get(next) ?? none));
    result.push((line.from === null ? undefined : kept.get(line.from)?.[0]) ?? line);
    if (line.from !== null) next = line.from + 1;
  }
  for (; next <= lines.length; next += 1) result.push(...(kept.get(next) ?? none));
  return result;
}

/** Whether a text speaks of something unmade. */
export function namesUnmade(text: string, unmade: ReadonlySet<string>): boolean {
  if (unmade.size === 0) return false;
  const names = [...unmade].map(escaped);
  return new RegExp(`(?<![\\w/.-])(?:${names.join('|')})(?![\\w-])`).test(text);
}

const none: readonly ResolvedLine[] = [];

function withoutTag(name: string): string {
  return name.replace(/(?<=[^/]):[^/]*$/, '');
}
