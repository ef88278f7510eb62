/** Inline code in a piece of prose, its back-ticks not included. */
export interface InlineCode {
  readonly text: string;
  /** Offset in the piece. */
  readonly start: number;
}

/** Whether a place in a source is folded away: it stands within `<details>`. */
export function isFolded(source: string, at: number): boolean {
  return source.lastIndexOf('<details', at) > source.lastIndexOf('</details', at);
}

/** The inline code of a piece of prose, in order. */
export function inlineCodeIn(prose: string): readonly InlineCode[] {
  if (!prose.includes('`')) return [];
  return [...prose.matchAll(/(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)/gs)].map(({ index, 1: ticks = '', 2: text = '' }) => ({
    text,
    start: index + ticks.length,
  }));
}
