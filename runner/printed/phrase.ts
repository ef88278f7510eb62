/**
 * A wording of a program, as one would write it down:
 *
 * - `<n>` a number, `<id>` a Docker ID, `<word>` anything without blanks; other names in angle brackets are slots that
 *   are read out, in quotes or without (`<container>`, `<file>`);
 * - `{a|b}` one of several, `{a|}` what may be missing; `…` anything; two blanks stand for at least two;
 * - it begins a line, unless it begins with `…`, and ends anywhere, unless it ends with `$`.
 */
export type Phrase = string;

/** What the slots of a phrase hold, without quotes. */
export type Slots = Readonly<Record<string, string | undefined>>;

const fixed: Readonly<Record<string, string>> = {
  n: String.raw`\d+`,
  id: String.raw`(?:sha256:)?[0-9a-f]{12,64}`,
  word: String.raw`\S+`,
};

/** Slots whose values are of a narrower form than a word, or a wider one. */
const values: Readonly<Record<string, string>> = {
  host: String.raw`[\w.-]*\w|\[[0-9a-f:]+\]`,
  port: String.raw`\d+`,
  server: String.raw`[\w.-]*\w:\d+`,
  program: String.raw`[\w./+-]*[\w+]`,
  line: '.+?',
};

const anyValue = String.raw`[^\s"'’”,]*[^\s"'’”,:.]`;

interface Compiled {
  /** Its longest literal part, in small letters: most lines are done with that. */
  readonly literal: string;
  readonly pattern: RegExp;
}

/**
 * Makes one question of several phrases. Large and small letters count as one.
 *
 * @returns the slots of the first phrase that a line has, empty where it has none; null where no phrase fits
 */
export function phrases(list: readonly Phrase[]): (line: string) => Slots | null {
  let compiled: readonly Compiled[] | null = null;
  return (line) => {
    compiled ??= list.map(compile);
    const small = line.toLowerCase();
    for (const { literal, pattern } of compiled) {
      const match = small.includes(literal) ? pattern.exec(line) : null;
      if (match !== null) return { ...match.groups };
    }
    return null;
  };
}

const mark = /<([a-z]+)>|[{|}]|…| {2,}|[\\^$.*+?()[\]/-]/g;

function compile(phrase: Phrase): Compiled {
  const whole = phrase.endsWith('$');
  const anywhere = phrase.startsWith('…');
  const text = phrase.slice(anywhere ? 1 : 0, whole ? -1 : undefined);
  // A word is meant as a whole: `open` is no part of `reopen`.
  const start = anywhere ? (/^[\w<{]/.test(text) ? String.raw`(?<!\w)` : '') : String.raw`^\s*`;
  return {
    literal: literalOf(text),
    pattern: new RegExp(`${start}${text.replace(mark, translate)}${whole ? String.raw`\s*$` : ''}`, 'i'),
  };
}

function translate(sign: string, name: string | undefined): string {
  if (name !== undefined) return fixed[name] ?? slot(name);
  switch (sign) {
    case '{':
      return '(?:';
    case '}':
      return ')';
    case '|':
      return '|';
    case '…':
      return '.*?';
    default:
      return sign.startsWith('  ') ? ' {2,}' : `\\${sign}`;
  }
}

function slot(name: string): string {
  return String.raw`["'\`‘“]?(?<${name}>${values[name] ?? anyValue})["'\`’”]?`;
}

function literalOf(text: string): string {
  let outside = text;
  for (let before = ''; before !== outside; ) {
    before = outside;
    outside = outside.replace(/\{[^{}]*\}|<[a-z]+>|…/g, '\n');
  }
  const parts = outside.toLowerCase().split('\n');
  return parts.reduce((longest, part) => (part.length > longest.length ? part : longest), '');
}
