import { isElision } from '../../core/elision.ts';
import type { Block } from '../units.ts';
import type { BuildLog } from './build-log.ts';
import { compareBuilds } from './compare-build.ts';
import { beginsBuildKit, readBuildKit } from './read-buildkit.ts';
import { beginsClassic, readClassic } from './read-classic.ts';

export interface BuildBlock extends Block {
  readonly form: 'build';
  readonly log: BuildLog;
}

const remark = /\s+(?:←|⬅|⇐|◀|↤).*$/;

/** Reads the build log that begins at a line; null where none does. */
export function readBuild(lines: readonly string[], at: number, elisions: boolean): BuildBlock | null {
  const first = lines[at] ?? '';
  const open = elisions && at > 0 && isElision(lines[at - 1] ?? '');
  const read = beginsClassic(first, open)
    ? readClassic(from(lines, at, elisions), elisions, open)
    : beginsBuildKit(first, open) && !isBroken(first)
      ? readBuildKit(from(lines, at, elisions), elisions, open)
      : null;
  if (
    read === null ||
    (read.log.steps.length === 0 &&
      !(open && read.log.ended) &&
      !read.log.openEnd &&
      (read.log.display === 'classic' || !read.log.ended))
  )
    return null;
  const own = lines.slice(at, at + read.length);
  return {
    form: 'build',
    noise: null,
    lines: own,
    log: read.log,
    compare: (actual, first, env) => compareBuilds({ log: read.log, lines: own }, actual as BuildBlock, first, env),
  };
}

/** A builder that did not get as far as a step. */
function isBroken(line: string): boolean {
  return /^\[\+\] Building \S+ \(0\/0\)/.test(line);
}

/** The lines from one on. Blanks at line ends, and an author's remarks there, do not count. */
function from(lines: readonly string[], at: number, elisions: boolean): readonly string[] {
  return lines.slice(at).map((line) => (elisions ? line.replace(remark, '') : line).trimEnd());
}
