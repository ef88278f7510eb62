/** A piece of a manual page that the program itself says, between two comments that no reader sees. */
const region = /(<!-- generated: (\S+) -->\n)([\s\S]*?)(<!-- \/generated -->)/g;

/** Names of the pieces that a page wants. */
export function regionsOf(page: string): readonly string[] {
  return [...page.matchAll(region)].map(([, , name]) => name ?? '');
}

/**
 * The page with its pieces as the program says them now; all that a person wrote stays.
 *
 * @throws Error for a piece that nobody makes.
 */
export function filled(page: string, pieces: ReadonlyMap<string, string>): string {
  return page.replace(region, (_whole, opening: string, name: string, _old: string, closing: string) => {
    const text = pieces.get(name);
    if (text === undefined) throw new Error(`nothing makes the piece "${name}" of the manual`);
    return `${opening}\n${text.trim()}\n\n${closing}`;
  });
}
