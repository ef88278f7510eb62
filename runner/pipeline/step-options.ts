import type { AnnotationKeys } from '../core/chapter.ts';
import type { MatchOptions } from '../matcher/index.ts';

/** What is tolerated at a step: what the command line says, and what the annotation adds. */
export function matchOptions(general: MatchOptions, { expect, strict, loose }: AnnotationKeys): MatchOptions {
  return {
    ...general,
    ...(strict && general.strict !== true ? { strict: [...(general.strict ?? []), ...strict] } : {}),
    ...(loose ? { loose: [...(general.loose ?? []), ...loose] } : {}),
    ...(expect && expect !== 'none' ? { expect } : {}),
  };
}

/** A path as one word of the shell; `~` still means HOME. */
export function quoted(path: string): string {
  const [home, rest] = /^~(?=\/|$)/.test(path) ? ['~', path.slice(1)] : ['', path];
  return `${home}${rest === '' ? '' : `'${rest.replaceAll("'", "'\\''")}'`}`;
}
