import { posix } from 'node:path';
import type { Effects } from '../command/index.ts';
import { baseImages, parseDockerfile, sourcesOf } from '../dockerfile/index.ts';
import { pathSubject, patternSubject, type Subject, subject } from './subject.ts';

/** The folder that the shell is in, and what is known of files. */
interface Folders {
  readonly folder: string;
  /** Content of a file that a step before has written; null where none has. */
  readonly contentOf: (file: Subject) => string | null;
}

/** What builds need: their Dockerfiles, the images that these start from, and the files that they copy. */
export function neededByBuilds(
  { builds }: Pick<Effects, 'builds'>,
  { folder, contentOf }: Folders,
): readonly Subject[] {
  return builds.flatMap(({ context, dockerfile, target }) => {
    if (/^(?:-|https?:|git@|$)/.test(context)) return [];
    const file = pathSubject(dockerfile ?? posix.join(context, 'Dockerfile'), folder);
    const text = file === null ? null : contentOf(file);
    if (file === null || text === null) return opt(file);
    const parsed = parseDockerfile(text);
    const bases = baseImages(parsed).flatMap(({ image }) =>
      image === null ? [] : [subject('image', image.canonical)],
    );
    const copied = sourcesOf(parsed, target ?? undefined).flatMap(({ path, dynamic, glob }) => {
      if (dynamic || path.startsWith('http')) return [];
      const source = posix.join(context, path.replace(/^\//, ''));
      return glob ? [patternSubject(source, folder)] : opt(pathSubject(source, folder));
    });
    return [file, ...bases, ...copied];
  });
}

/** Whether a build's Dockerfile copies the whole folder that is built. */
export function copiesAll({ builds }: Pick<Effects, 'builds'>, { folder, contentOf }: Folders): boolean {
  return builds.some(({ context, dockerfile, target }) => {
    const file = pathSubject(dockerfile ?? posix.join(context, 'Dockerfile'), folder);
    const text = file === null ? null : contentOf(file);
    return (
      text !== null && sourcesOf(parseDockerfile(text), target ?? undefined).some(({ path }) => /^[./]+$/.test(path))
    );
  });
}

function opt<T>(value: T | null): readonly T[] {
  return value === null ? [] : [value];
}
