import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import { type Effects, effectsOf } from '../command/index.ts';
import type { RepositoryConfig } from '../config/config-file.ts';
import { chapterSettings } from '../config/front-matter.ts';
import type { Itinerary } from '../core/plan.ts';
import { withoutStart } from '../core/words.ts';

/** What else decides how a chapter comes out. */
export interface Around {
  readonly config: Pick<RepositoryConfig, 'root' | 'snapshots'>;
  /** Folder with further files for every chapter, absolute; or null. */
  readonly assets: string | null;
  /** Paths in an itinerary are relative to it. */
  readonly cwd: string;
}

/**
 * Whether a chapter may come out otherwise because a file has changed: its own document, one that it builds on, what its
 * reader is given, what its steps name, the configuration, its snapshots.
 *
 * @param file absolute
 */
export function hangsOn({ before, plan }: Itinerary, file: string, { config, assets, cwd }: Around): boolean {
  if (/^tutor\.ya?ml$/.test(relative(config.root, file))) return true;
  if (isWithin(resolve(config.snapshots, plan.chapter.id), file)) return true;
  if (assets !== null && isWithin(assets, file)) return true;
  return [...before, plan].some(({ chapter, steps }) => {
    const document = resolve(cwd, chapter.path);
    if (file === document) return true;
    const folder = dirname(document);
    const given = chapterSettings(chapter).assets;
    if (given !== undefined && isWithin(resolve(folder, given), file)) return true;
    const texts = steps.flatMap((step) =>
      step.type === 'file' ? [step.path, step.content] : [step.text, ...unnamed(effectsOf(step.text))],
    );
    return texts.some((text) => names(text, relative(folder, file)));
  });
}

/** Files that Compose reads though no command names them. */
function unnamed({ composeFiles }: Effects): readonly string[] {
  if (composeFiles === null) return [];
  const names = ['compose', 'docker-compose'].flatMap((name) => [name, `${name}.override`]);
  return ['.env', ...(composeFiles.length > 0 ? [] : names.flatMap((name) => [`${name}.yaml`, `${name}.yml`]))];
}

/** Whether a file lies in a folder or below; both are absolute. */
export function isWithin(folder: string, file: string): boolean {
  const way = relative(folder, file);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/**
 * Whether a command or the content of a file names a file, by its path, its name or a folder that holds it; `.` alone is
 * the chapter's own folder, but what is written for readers is not a part of it.
 */
function names(text: string, path: string): boolean {
  const parts = path.split(sep);
  const isBelow = parts[0] !== '..';
  const ways = parts
    .map((_part, index) => parts.slice(0, index + 1).join('/'))
    .filter((way) => !/^(\.\.\/?)+$/.test(way));
  const words = new Set(
    text.split(/[\s'"`=:;,()<>|&$[\]{}]+/).map((word) => withoutStart(word, './').replace(/\/+$/, '')),
  );
  if (isBelow && words.has('.') && !/\.(md|markdown)$/i.test(path)) return true;
  return ways.some((way) => words.has(way)) || words.has(parts.at(-1) ?? path);
}
