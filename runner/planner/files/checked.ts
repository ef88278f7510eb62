import { posix } from 'node:path';
import type { Chapter } from '../../core/chapter.ts';
import type { CourseScript } from '../../core/course.ts';
import type { Draft } from '../draft.ts';

/**
 * Puts a file that its page names without its folder into the one where the page's check looks for it, if the page
 * speaks of that folder.
 */
export function putWhereChecked(
  drafts: readonly Draft[],
  { source }: Pick<Chapter, 'source'>,
  scripts: readonly CourseScript[],
): void {
  const checked = scripts.flatMap(({ role, content }) => (role === 'check' ? pathsIn(content) : []));
  for (const draft of drafts) {
    const { file } = draft;
    if (file === null || file.includes('/')) continue;
    const [path, ...others] = new Set(checked.filter((one) => posix.basename(one) === file));
    if (path !== undefined && others.length === 0 && source.includes(posix.dirname(path))) draft.file = path;
  }
}

/** Whole paths of files that a script names. */
function pathsIn(script: string): readonly string[] {
  return script.match(/(?<![\w./$}-])(?:~|\/[\w.-]+)(?:\/[\w.-]+)*\/[\w.-]+/g) ?? [];
}
