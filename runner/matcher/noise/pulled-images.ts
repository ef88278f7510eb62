import type { CommandFacts } from '../command/command-facts.ts';

const pulled =
  /(?:[\w.-]+: Pulling from|Status: (?:Downloaded newer image|Image is up to date) for) (?:docker\.io\/)?(?:library\/)?([^\s:@]+)/;

/** The images that lines of a pull name; null for a command that starts more than one container, or none. */
export function pulledImages(lines: readonly string[], { text }: CommandFacts): ReadonlySet<string> | null {
  if (text.match(/\bdocker (?:container )?(?:run|create)\b/g)?.length !== 1) return null;
  return new Set(lines.flatMap((line) => pulled.exec(line)?.[1] ?? []));
}

/** Whether a line says that another image is pulled than the chapter says. */
export function namesAnother(line: string, images: ReadonlySet<string> | null): boolean {
  const image = images === null || images.size === 0 ? undefined : pulled.exec(line)?.[1];
  return image !== undefined && images?.has(image) === false;
}
