/** The number that a tag begins with: 20.04 of `20.04`, 16 of `16-alpine`; null where it begins with none. */
export function numberIn(tag: string): number | null {
  const found = /^\d+(?:\.\d+)?/.exec(tag)?.[0];
  return found === undefined ? null : Number(found);
}

/** The second part of a version: 9 of `3.9-slim`; null where there is none. */
export function minorIn(tag: string): number | null {
  const found = /^\d+\.(\d+)/.exec(tag)?.[1];
  return found === undefined ? null : Number(found);
}

/** The tag asks for the variant on Alpine. */
export function isAlpine(tag: string): boolean {
  return tag.includes('alpine');
}
