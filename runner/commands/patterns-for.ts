import { basename, dirname } from 'node:path';

/**
 * The fewest patterns that fit these chapters among all documents, so that the next chapter of the kind fits as well: those
 * that share the letters before their number, also where some of them have nothing to type; a folder whose every document is
 * one; folders side by side with a document of the same name; else a path by itself.
 *
 * @param chapters paths relative to the repository
 * @param all the documents of the repository
 */
export function patternsFor(chapters: readonly string[], all: readonly string[]): readonly string[] {
  const wanted = new Set(chapters);
  const covered = new Set<string>();
  const patterns: string[] = [];
  for (const path of chapters) {
    if (covered.has(path)) continue;
    const [pattern, fitting] = patternOf(path, all, wanted);
    patterns.push(pattern);
    for (const one of fitting) covered.add(one);
  }
  return patterns;
}

function patternOf(path: string, all: readonly string[], wanted: ReadonlySet<string>): [string, readonly string[]] {
  const folder = dirname(path);
  const inFolder = all.filter((one) => dirname(one) === folder);
  const place = folder === '.' ? '' : `${escaped(folder)}/`;
  const numbered = /^(\D*)\d/.exec(basename(path));
  if (numbered !== null) {
    const start = numbered[1] ?? '';
    const alike = inFolder.filter((one) => /^\D*\d/.exec(basename(one))?.[0].slice(0, -1) === start);
    const own = alike.filter((one) => wanted.has(one));
    if (own.length > 1 && own.length > alike.length / 2 && alike.every((one) => one.endsWith('.md')))
      return [`${place}${escaped(start)}[0-9]*.md`, alike];
  }
  if (inFolder.length > 1 && inFolder.every((one) => wanted.has(one) && one.endsWith('.md')))
    return [`${place}*.md`, inFolder];
  const [above, name] = [dirname(folder), basename(path)];
  const beside = all.filter((one) => basename(one) === name && dirname(dirname(one)) === above && dirname(one) !== '.');
  if (folder !== '.' && beside.length > 2 && beside.every((one) => wanted.has(one)))
    return [`${above === '.' ? '' : `${escaped(above)}/`}*/${escaped(name)}`, beside];
  return [escaped(path), [path]];
}

/** A path as a pattern that fits it alone. */
function escaped(path: string): string {
  return path.replaceAll(/[()[\]{}!*+?@\\]/g, '\\$&');
}
