import { cp, mkdir, rm } from 'node:fs/promises';
import { dirname, join, posix } from 'node:path';
import type { Course } from '../core/course.ts';
import type { Engine } from '../core/engine.ts';
import { makeScratch } from '../engine/index.ts';
import { filesOf } from './workspace.ts';

/** Puts the files of a tree where they belong, and no folder of its own in the place of one that is there. */
const spread = `
cd "$1" && find . -type f | while read -r file; do
  case $file in ./home/*) to=$2/\${file#./home/} ;; *) to=/\${file#./root/} ;; esac
  mkdir -p "$(dirname "$to")" && cp "$file" "$to"
done
cd / && rm -rf "$1"`;

/**
 * Puts what a course's reader has onto the engine's machine.
 *
 * @param given further files for where they begin, absolute; or null
 * @returns the folder on the engine's machine in which they begin
 */
export async function layCourse(engine: Engine, course: Course, given: string | null): Promise<string> {
  const { files, assets } = course;
  // Compose calls a project by its folder, and pages show that name.
  const start = course.start === 'home' ? engine.home : posix.join(engine.workspace, 'project');
  const placed = assets.filter(({ to }) => isHome(to) || engine.spec.kind !== 'host');
  const staged = makeScratch();
  try {
    if (course.start === 'workspace') {
      const theirs = files === null ? [] : await filesOf(files);
      const isOwn = (name: string) => /^(?:labspace\.yaml$|\.?labspace\/)/.test(name);
      for (const name of theirs) if (files !== null && !isOwn(name)) await copy(join(files, name), join(staged, name));
      if (given !== null) await cp(given, staged, { recursive: true });
      await engine.copyIn(staged, start);
      return start;
    }
    for (const { from, to } of placed) await copy(from, join(staged, treeOf(to, engine.home)));
    if (given !== null) await cp(given, join(staged, 'home'), { recursive: true });
    const tree = posix.join(engine.workspace, '.course');
    await engine.copyIn(staged, tree);
    await engine.exec(['sh', '-c', spread, 'sh', tree, engine.home]);
  } finally {
    await rm(staged, { recursive: true, force: true });
  }
  for (const { to, mode } of placed)
    if (mode !== null) await engine.exec(['chmod', mode, '--', to.replace(/^~(?=\/|$)/, engine.home)]);
  return start;
}

function isHome(path: string): boolean {
  return path.startsWith('~/');
}

/** Where a target lies in the tree that is copied: what is at home apart from the rest. */
function treeOf(target: string, home: string): string {
  if (isHome(target)) return join('home', target.slice(2));
  if (!posix.isAbsolute(target)) return join('home', target);
  return target.startsWith(`${home}/`) ? join('home', posix.relative(home, target)) : join('root', target);
}

async function copy(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  await cp(from, to);
}
