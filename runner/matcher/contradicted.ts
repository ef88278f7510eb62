import { canonicalImage, thoseOf } from '../command/index.ts';
import { isNumber } from '../core/words.ts';
import type { CommandFacts } from './facts.ts';
import type { LocatedUse, Pair } from './units.ts';

/** The two texts that are compared. */
interface Texts {
  readonly expected: readonly string[];
  readonly actual: readonly string[];
}

/** Lines that hold by themselves but contradict others of the same text: the indexes of their pairs. */
export function contradicted(uses: readonly LocatedUse[], pairs: readonly Pair[], texts: Texts): readonly number[] {
  return [wrongTotal(uses, pairs), wrongPull(uses, pairs, texts)].filter((index) => index >= 0);
}

/** `total 20` of `ls -l` follows from the files: where they are as in the chapter, it is too. */
function wrongTotal(uses: readonly LocatedUse[], pairs: readonly Pair[]): number {
  const at = uses.find(({ name, expected }) => name === 'size' && isNumber(expected))?.at;
  if (at === undefined || pairs.length < 2) return -1;
  if (uses.some(({ name }) => ['file-size', 'elision', 'column-layout'].includes(name))) return -1;
  return pairs.findIndex((pair) => pair.at === at && /^total \d+$/.test(pair.expected ?? ''));
}

/** An image of which layers were fetched was not up to date. */
function wrongPull(uses: readonly LocatedUse[], pairs: readonly Pair[], texts: Texts): number {
  const use = uses.find(({ name }) => name === 'already-pulled');
  if (use === undefined) return -1;
  const text = use.expected.includes('up to date') ? texts.expected : texts.actual;
  if (!text.some((line) => line.endsWith(': Pull complete'))) return -1;
  return pairs.findIndex((pair) => pair.at === use.at && pair.expected === use.expected);
}

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
