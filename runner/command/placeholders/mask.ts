import { bracketed } from './bracketed.ts';

/** Characters that divide words or mean something to the shell, and what stands for them inside a placeholder. */
const masks = new Map([
  ['<', '‹'],
  ['>', '›'],
  [' ', '\u2002'],
  ['|', '¦'],
  ['(', '❨'],
  [')', '❩'],
  ['&', '＆'],
  ['{', '❴'],
  ['}', '❵'],
  ['[', '❲'],
  [']', '❳'],
  ['`', 'ˋ'],
]);
const marks = new Map([...masks].map(([mark, mask]) => [mask, mark]));
const masked = new RegExp(`[${[...marks.keys()].join('')}]`, 'g');

/**
 * Makes a placeholder such as `<container id>` one word for the shell, to which it would be two redirections, and a
 * line that PowerShell or cmd continues one that goes on. The length stays the same.
 */
export function maskPlaceholders(text: string): string {
  const plain = straighten(text);
  const joined = plain.replace(/(?<=\s)[`^]([ \t]*)(?=\n\s*\S)/g, '$1\\');
  const found = bracketed(joined).filter(({ confidence }) => confidence > 0.7);
  return found.reduce(
    (line, { start, end }) =>
      line.slice(0, start) +
      line.slice(start, end).replace(/[<> |()&{}[\]`]/g, (mark) => masks.get(mark) ?? mark) +
      line.slice(end),
    joined,
  );
}

/** A word as it was before. */
export function unmask(word: string): string {
  return word.replace(masked, (mask) => marks.get(mask) ?? mask);
}

/** Word processors' blanks and quotes are those of a keyboard to the reader. The length stays the same. */
export function straighten(text: string): string {
  if (!/[\u00a0\u3000“”„‘]/.test(text)) return text;
  return text
    .replace(/[\u00a0\u3000]/g, ' ')
    .replace(/[“”„]/g, '"')
    .replace(/‘([^’\n]*)’/g, "'$1'");
}
