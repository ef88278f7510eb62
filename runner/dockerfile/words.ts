/** Flags (`--from=build`) at the beginning of what follows a keyword, and the rest. */
export function splitFlags(text: string): {
  readonly flags: readonly { readonly name: string; readonly value: string | null }[];
  readonly rest: string;
} {
  const flags: { readonly name: string; readonly value: string | null }[] = [];
  let rest = text.trim();
  for (let match = flag.exec(rest); match !== null; match = flag.exec(rest)) {
    flags.push({ name: match[1] ?? '', value: match[2] ?? null });
    rest = rest.slice(match[0].length).trimStart();
  }
  return { flags, rest };
}

const flag = /^--([a-z][\w-]*)(?:=("[^"]*"|\S*))?(?=\s|$)/;

/** Words separated by blanks; quotes group and are taken off. */
export function wordsOf(text: string, escapeMark: '\\' | '`'): readonly string[] {
  const words: string[] = [];
  let word: string | null = null;
  let quote: string | null = null;
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? '';
    if (quote === null && /\s/.test(character)) {
      if (word !== null) words.push(word);
      word = null;
    } else if (character === escapeMark && quote !== "'" && at + 1 < text.length) {
      word = (word ?? '') + text[++at];
    } else if (quote === null && (character === '"' || character === "'")) {
      quote = character;
      word ??= '';
    } else if (character === quote) {
      quote = null;
    } else {
      word = (word ?? '') + character;
    }
  }
  return word === null ? words : [...words, word];
}
