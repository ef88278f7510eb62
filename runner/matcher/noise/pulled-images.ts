import { canonicalImage, thoseOf } from '../../command/index.ts';
import type { CommandFacts } from '../facts.ts';

const begun = /([\w.-]+): Pulling from ([^\s:@]+)/;
const ended = /Status: (?:Downloaded newer image|Image is up to date) for ([^\s@]+:[^\s:@/]+)$/;

/** The images that lines of a pull name; null for a command that starts more than one container, or none. */
export function pulledImages(lines: readonly string[], { printers }: CommandFacts): ReadonlySet<string> | null {
  if (thoseOf(printers, 'docker container run', 'docker container create').length !== 1) return null;
  return new Set(lines.flatMap((line) => pulledImage(line) ?? []));
}

/** Whether a line says that another image is pulled than the chapter says. */
export function namesAnother(line: string, images: ReadonlySet<string> | null): boolean {
  const image = images === null || images.size === 0 ? null : pulledImage(line);
  return image !== null && images?.has(image) === false;
}

function pulledImage(line: string): string | null {
  const [, tag, name] = begun.exec(line) ?? [];
  const image = name === undefined ? ended.exec(line)?.[1] : `${name}:${tag}`;
  return image === undefined ? null : canonicalImage(image);
}
