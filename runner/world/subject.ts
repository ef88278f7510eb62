import { posix } from 'node:path';
import { canonicalImage, isOfficialImage, type ThingKind } from '../command/index.ts';
import { isSlip } from '../core/distance.ts';
import { isRooted } from '../core/paths.ts';
import { withoutEnding } from '../core/words.ts';

/** Kinds of what a step can need, make or change: what commands name, and what only the world knows. */
export type SubjectKind =
  | ThingKind
  /** A file or folder, by its path from the folder in which the itinerary starts. */
  | 'path'
  /** A port of the reader's machine that something answers at. */
  | 'port'
  /** The folder in which a terminal's shell is. */
  | 'place'
  /** What lines typed into a container, or into a program in it, have left there. */
  | 'content'
  /** A program that a command has opened and that takes the lines after it. */
  | 'opened'
  /** A program of the reader's own that goes on and may answer at some port. */
  | 'server'
  /** An address or an ID that is another one for each reader. */
  | 'value';

/** A thing with one identity, however the chapter writes its name. */
export interface Subject {
  readonly kind: SubjectKind;
  /** As a reader would say it. */
  readonly name: string;
  readonly key: string;
}

/** A thing by the name that the chapter gives it. */
export function subject(kind: SubjectKind, name: string): Subject {
  const identity = kind === 'image' ? canonicalImage(name) : name;
  return { kind, name, key: `${kind} ${identity}` };
}

/** The folder in which an itinerary starts: one of its own, or its reader's home. */
export type Start = '.' | '~';

/**
 * A file or folder as the chapter names it, seen from the shell's folder.
 *
 * @param folder from the folder in which the itinerary starts (`.`, unless that is HOME), from HOME (`~/…`) or from the root
 * @returns null where only a run can tell which it is (`$DIR/x`, a pattern)
 */
export function pathSubject(path: string, folder: string): Subject | null {
  const plain = withFolder(path, folder);
  if (plain === '' || /[$`*?{}[\]<>|]/.test(plain)) return null;
  const whole = isRooted(plain) ? plain : posix.join(folder, plain);
  const normal = posix.normalize(whole).replace(/(?<=.)\/$/, '');
  return { kind: 'path', name: path, key: `path ${normal}` };
}

/** A file that a chapter names from where its reader is, or from where the itinerary starts. */
export function fileSubject(path: string, folder: string, start: Start): Subject | null {
  const fromStart = folder !== start && posix.join(start, path).startsWith(`${folder}/`);
  return pathSubject(path, fromStart ? start : folder);
}

/** Files that a pattern stands for (`package*.json`), of which at least one must be there. */
export function patternSubject(pattern: string, folder: string): Subject {
  return { kind: 'path', name: pattern, key: `path ${posix.join(folder, pattern)}` };
}

/** The file of this name that a pattern in a need stands for, where that pattern lies; null where it fits none. */
export function fittingFile({ kind, key }: Subject, name: string): Subject | null {
  const [, folder = '.', pattern = ''] = /^path (?:(.*)\/)?([^/]*)$/.exec(key) ?? [];
  const file = posix.basename(name);
  if (kind !== 'path' || !/[*?]/.test(pattern) || !patternOf(pattern).test(file)) return null;
  return pathSubject(file, folder);
}

/** `*` and `?` as Go's `filepath.Match` reads them within one name, which COPY goes by (docs: "Dockerfile reference"). */
function patternOf(pattern: string): RegExp {
  const plain = pattern.replace(/[.+^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${plain.replaceAll('*', '[^/]*').replaceAll('?', '[^/]')}$`);
}

/** The shell's folder after `cd path`; null where only a run can tell. */
export function folderAfter(path: string, folder: string): string | null {
  if (path === '-') return null;
  return pathSubject(path, folder)?.key.slice('path '.length) ?? null;
}

/** Folders in which a path lies, the innermost first. */
export function ancestors({ key }: Pick<Subject, 'key'>): readonly string[] {
  const parts = key.slice('path '.length).split('/');
  return parts.slice(1).map((_part, at) => `path ${parts.slice(0, parts.length - 1 - at).join('/')}`);
}

/** Folders that are there where a file is, of those that a chapter can make: below its own folder, or below HOME. */
export function foldersOf(file: Pick<Subject, 'kind' | 'key'>): readonly string[] {
  return file.kind === 'path' && !file.key.startsWith('path /')
    ? ancestors(file).filter((key) => key !== 'path ~')
    : [];
}

/** The folder that a file lies in; null where that is the one the itinerary starts in. */
export function folderOf(file: Subject): Subject | null {
  const [key] = ancestors(file);
  return key === undefined ? null : pathOf(key);
}

/** The folder of this name that a path leads through; null where it leads through none. */
export function folderOnWay(file: Subject, name: string): Subject | null {
  const key = ancestors(file).find((one) => one === `path ${posix.normalize(name).replace(/(?<=.)\/$/, '')}`);
  return key === undefined ? null : pathOf(key);
}

/** The name under which a thing is known, from its key. */
export function nameIn(key: string): string {
  return key.slice(key.indexOf(' ') + 1);
}

function pathOf(key: string): Subject {
  return { kind: 'path', name: key.slice('path '.length), key };
}

function withFolder(path: string, folder: string): string {
  return (
    path
      .replace(/^["']|["']$/g, '')
      .replace(/\$\(pwd\)|`pwd`|\$\{?PWD\}?|%cd%/gi, folder)
      // Who types `/root` is root.
      .replace(/^(?:\$\{?HOME\}?|\/root)(?=\/|$)/, '~')
      .replace(/^\.\/(?=[~/])/, '')
  );
}

/** Whether a name that nothing has most likely means another one: it has a slip in it or is, of an image, cut short (`till` of `till-front`). */
export function isMeant({ kind, key }: Subject, name: string): boolean {
  const given = nameIn(key);
  if (isSlip(given, name)) return true;
  const stem = withoutEnding(given, ':latest');
  return kind === 'image' && !isOfficialImage(stem) && name.startsWith(`${stem}-`);
}
