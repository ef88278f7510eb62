import { open, stat } from 'node:fs/promises';
import { basename, extname, resolve, sep } from 'node:path';
import { type Message, message, UserError } from '../core/message.ts';
import { reportMark } from '../core/report-mark.ts';
import { suggest } from '../core/suggest.ts';
import type { RepositoryConfig } from './config-file.ts';
import { insideRepository } from './repository.ts';

/** A chapter on disk, not read yet. */
export interface ChapterFile {
  readonly id: string;
  /** Absolute. */
  readonly path: string;
  /** Slug of the section asked for by `#section`; null for the whole chapter. */
  readonly section: string | null;
}

/** Short name of a chapter file: `ch03` for `ch03-images.md`, else the name without its extension. */
export function chapterId(path: string): string {
  const name = basename(path, extname(path));
  return /^[a-z]+[-_ ]?\d+(?=$|[-_. ])/i.exec(name)?.[0] ?? name;
}

/**
 * Finds the chapters that a command line names: `ch03`, `3`, a path, a folder, a pattern, a path or name with
 * `#section`; each once. No name at all means every chapter of the repository.
 *
 * @throws UserError for a name that fits no chapter, or more than one.
 */
export async function findChapters(
  names: readonly string[],
  config: RepositoryConfig,
  cwd: string,
): Promise<ChapterFile[]> {
  const known = await search(config.chapters, config.root);
  for (const { path } of known) await insideRepository(config.root, path);
  if (names.length > 0) {
    const found = (await Promise.all(names.map((name) => findChapter(name, known, cwd)))).flat();
    return [...new Map(found.map((file) => [`${file.path}#${file.section ?? ''}`, file])).values()];
  }
  if (known.length > 0) return known;
  throw new UserError(message('no-chapters', { patterns: config.chapters.join(', '), root: config.root }));
}

async function findChapter(name: string, known: readonly ChapterFile[], cwd: string): Promise<ChapterFile[]> {
  const hash = name.lastIndexOf('#');
  const whole = await onDisk(name, known, cwd);
  if (whole !== null) return whole;
  if (hash > 0) {
    const found = await findChapter(name.slice(0, hash), known, cwd);
    return found.map((chapter) => ({ ...chapter, section: decodeURIComponent(name.slice(hash + 1)) }));
  }
  if (/[*?[{]/.test(name)) return fitting(name, cwd);
  const exact = known.filter(({ id }) => id.toLowerCase() === name.toLowerCase());
  const meant = exact.length > 0 ? exact : known.filter(({ id }) => hasNumberOf(id, name));
  if (meant.length === 1) return meant;
  if (meant.length > 1) {
    throw new UserError(message('ambiguous-chapter', { name, paths: meant.map(({ path }) => path).join(', ') }));
  }
  throw new UserError(unknown(name, known));
}

function unknown(name: string, known: readonly ChapterFile[]): Message {
  if (known.length === 0) return message('unknown-chapter-none', { name });
  const ids = known.map(({ id }) => id);
  const near = suggest(name.toLowerCase(), ids);
  return near === null
    ? message('unknown-chapter', { name, known: ids.join(', ') })
    : message('unknown-chapter-near', { name, near });
}

/** Whether a chapter is meant by its number alone (`3`, `03`), or by its own letters and its number (`ch3` for `ch03`). */
function hasNumberOf(id: string, name: string): boolean {
  const [own, asked] = [numbered.exec(id), numbered.exec(name)];
  if (own === null || asked === null || Number(own[2]) !== Number(asked[2])) return false;
  return asked[1] === '' || asked[1]?.toLowerCase() === own[1]?.toLowerCase();
}

const numbered = /^([a-z]*)[-_ ]?(\d+)$/i;

/** A file is a chapter whether it is configured or not; a folder means the configured chapters in it, else every document. */
async function onDisk(name: string, known: readonly ChapterFile[], cwd: string): Promise<ChapterFile[] | null> {
  const path = resolve(cwd, name);
  const found = await stat(path).catch(() => null);
  if (found === null) return null;
  if (!found.isDirectory()) return [{ id: chapterId(path), path, section: null }];
  const configured = known.filter((chapter) => chapter.path.startsWith(`${path}${sep}`));
  if (configured.length > 0) return configured;
  const documents = await search(['**/*.{md,markdown}'], path);
  if (documents.length === 0) throw new UserError(message('folder-without-chapters', { folder: name }));
  return documents;
}

/** The documents that fit a pattern which no shell has resolved: it stood in quotes. */
async function fitting(pattern: string, cwd: string): Promise<ChapterFile[]> {
  const found = (await search([pattern], cwd)).filter(({ path }) => isMarkdown(path));
  if (found.length > 0) return found;
  throw new UserError(message('no-chapters', { patterns: pattern, root: cwd }));
}

/** Whether a file is a document that chapters are written in, by its name. */
export function isMarkdown(path: string): boolean {
  return /\.(md|markdown)$/i.test(path);
}

async function search(patterns: readonly string[], folder: string): Promise<ChapterFile[]> {
  // Loaded here: who names a file by its path needs no search.
  const { glob } = await import('tinyglobby');
  const found = await glob([...patterns], { cwd: folder, absolute: true, ignore: ['**/node_modules/**'] });
  const reports = await Promise.all(found.map(isReport));
  const chapters = found.filter((_path, index) => !reports[index]);
  return chapters.sort().map((path) => ({ id: chapterId(path), path: resolve(path), section: null }));
}

/** What tutor itself has written there. */
async function isReport(path: string): Promise<boolean> {
  const file = await open(path).catch(() => null);
  if (file === null) return false;
  try {
    const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(reportMark.length) });
    return buffer.toString('latin1', 0, bytesRead) === reportMark;
  } catch {
    return false;
  } finally {
    await file.close();
  }
}
