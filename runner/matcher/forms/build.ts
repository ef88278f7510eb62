import type { BuildLog } from '../build/build-log.ts';
import { compareBuilds } from '../build/compare-build.ts';
import { beginsBuildKit, readBuildKit } from '../build/read-buildkit.ts';
import { beginsClassic, readClassic } from '../build/read-classic.ts';
import { type Form, isOpenAt, type Reading, type Source, withoutArrow } from './form.ts';

/** A build log as it stands in a text. */
export interface BuildText extends Reading {
  readonly log: BuildLog;
}

/** The log of a build, of either builder and in any display. */
export const build: Form<BuildText> = { name: 'build', read, compare: compareBuilds };

function read(source: Source): BuildText | null {
  const { lines, at, elisions } = source;
  const first = lines[at] ?? '';
  const open = at > 0 && isOpenAt(source);
  const reader = beginsClassic(first, open)
    ? readClassic
    : beginsBuildKit(first, open) && !isBroken(first)
      ? readBuildKit
      : null;
  if (reader === null) return null;
  // Blanks at line ends, and an author's remarks there, do not count.
  const plain = lines.slice(at).map((line) => withoutArrow(line, source));
  const { log, length } = reader(plain, elisions, open);
  const saysNothing =
    log.steps.length === 0 && !(open && log.ended) && !log.openEnd && (log.display === 'classic' || !log.ended);
  return saysNothing ? null : { at, lines: lines.slice(at, at + length), log };
}

/** A builder that did not get as far as a step. */
function isBroken(line: string): boolean {
  return /^\[\+\] Building \S+ \(0\/0\)/.test(line);
}
