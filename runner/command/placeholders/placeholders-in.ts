import type { Placeholder, PlaceholderStyle } from './placeholder.ts';

/** Finds what a reader must replace before the text can be typed. */
export function placeholdersIn(text: string): readonly Placeholder[] {
  const found: Placeholder[] = [];
  for (const { style, pattern, confidence } of forms) {
    for (const match of text.matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      if (found.every((other) => other.end <= start || other.start >= end))
        found.push({ text: match[0], start, end, style, confidence });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

const forms: readonly { readonly style: PlaceholderStyle; readonly pattern: RegExp; readonly confidence: number }[] = [
  { style: 'angle', pattern: /<(?![<&(\s])[^<>\n]{1,40}[^<>\s]>|<[^<>\s]>/g, confidence: 0.95 },
  {
    style: 'square',
    pattern: /(?<![\w$])\[(?!\s)[:@]?[A-Z가-힣][^\]\n]{0,40}\](?:\.{3})?|\[[:@][A-Za-z가-힣][^\]\n]*\]/g,
    confidence: 0.95,
  },
  { style: 'curly', pattern: /(?<![${])\{(?!\{)[A-Za-z가-힣][\w 가-힣-]*\}(?!\})/g, confidence: 0.9 },
  { style: 'your', pattern: /\b(?:your|YOUR)[-_][\w-]+/g, confidence: 0.9 },
];
