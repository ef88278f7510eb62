/**
 * What authors say, as phrases instead of regular expressions:
 *
 * - `bad example|practice`: words in this order, `|` between those of which one stands there.
 * - `the? way`: a word that may be missing.
 * - `…`: any words within the sentence.
 * - `^` and `$`: the sentence begins or ends here, whatever marks stand around it.
 * - `:` at the end: it announces what follows.
 *
 * Latin words are whole words in any case; Korean, Japanese and Chinese ones may stand in a word, with or without
 * blanks between them.
 */
export type Phrase = string;

/**
 * The test for any of these phrases in a text. Both in small letters: to compile classes of letters for any case takes
 * longer than to read a chapter's prose.
 */
export function saysAny(phrases: readonly Phrase[]): { test(text: string): boolean } {
  let pattern: RegExp | null = null;
  return {
    test: (text) => {
      pattern ??= new RegExp(phrases.map(sourceOf).join('|'), 'mu');
      return pattern.test(text.toLowerCase());
    },
  };
}

const places: Readonly<Record<string, string>> = {
  '^': '^[^\\p{L}\\p{N}]*',
  $: '[^\\p{L}\\p{N}]*$',
  ':': '[^\\p{L}\\p{N}]*[:：][^\\p{L}\\p{N}]*$',
  '…': '[^.!?。]*',
};

function sourceOf(phrase: Phrase): string {
  const words = phrase.match(/\^|\$$|:$|[^\s^$:]+/gu) ?? [];
  return words.reduce((source, word, at) => source + gapBetween(words[at - 1], word) + wordSource(word), '');
}

function gapBetween(before: string | undefined, word: string): string {
  if (before === undefined || [before, word].some((one) => one in places) || before.endsWith('?')) return '';
  return isLatin(before) && isLatin(word.replace('?', '')) ? '\\s+' : '\\s*';
}

function wordSource(word: string): string {
  const place = places[word];
  if (place !== undefined) return place;
  const optional = word.endsWith('?');
  const choices = (optional ? word.slice(0, -1) : word).split('|').map((choice) => {
    const literal = choice
      .toLowerCase()
      .replace(/[.*+?^${}()[\]\\]/g, '\\$&')
      .replaceAll("'", "['’]?");
    return isLatin(choice) ? `\\b${literal}\\b` : literal;
  });
  return optional ? `(?:(?:${choices.join('|')})\\s*)?` : `(?:${choices.join('|')})`;
}

function isLatin(word: string): boolean {
  return /^[\w'-].*[\w'-]$|^\w$/u.test(word);
}
