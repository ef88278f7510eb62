/**
 * A wording of a program, as one would write it down:
 *
 * - `<n>` is a number, `<id>` a Docker ID, and so on for the words of `fixed`; other names in angle brackets are slots
 *   that are read out, in quotes or without (`<container>`, `<file>`);
 * - `{a|b}` is one of several, `{a|}` what may be missing, `{a|$}` that or the end; `…` anything; two blanks stand for at least two;
 * - it begins a line (behind blanks, where it begins with one), unless it begins with `…`; it ends anywhere, unless it
 *   ends with `$`.
 */
export type Phrase = string;

/** What the slots of a phrase hold, without quotes. */
export type Slots = Readonly<Record<string, string | undefined>>;

const fixed: Readonly<Record<string, string>> = {
  n: String.raw`\d+`,
  id: String.raw`(?:sha256:)?[0-9a-f]{12,64}`,
  word: String.raw`\S+`,
  rest: String.raw`\S*`,
  name: String.raw`[\w.-]+`,
  letters: '[A-Za-z]+',
  lower: String.raw`[a-z0-9][\w.+-]*`,
  signs: '[+-]+',
  /** The heading of a column. */
  caps: '[A-Z]{2,}(?: [A-Z]+)*',
  amount: String.raw`[\d.]+[kKMG]?`,
  /** How `wget` draws progress. */
  dots: String.raw`[.\s]{10,}`,
  /** An ID of swarm or of a build's cache. */
  longid: '[0-9a-z]{25}',
  mode: String.raw`[-dlcb][rwxsStT-]{9}[.+@]?`,
  ip: String.raw`\d{1,3}(?:\.\d{1,3}){3}`,
  date: String.raw`\d{4}[-/]\d\d[-/]\d\d`,
  clock: String.raw`\d\d:\d\d`,
  day: '(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)',
  month: '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)',
  open: String.raw`\{`,
  close: String.raw`\}`,
  backslash: String.raw`\\`,
  /** Of a word. */
  end: String.raw`\b`,
  blanks: String.raw`\s+`,
};

/** Slots whose values are of a narrower form than a word, or a wider one. */
const values: Readonly<Record<string, string>> = {
  host: String.raw`[\w.-]*\w|\[[0-9a-f:]+\]`,
  port: String.raw`\d+`,
  package: String.raw`[^\s:"',]*[^\s"',:.]`,
  hub: String.raw`docker\.io/[\w./-]+(?::[\w.-]+)?`,
  server: String.raw`[\w.-]*\w:\d+`,
  program: String.raw`[\w./+-]*[\w+]`,
  line: '.+?',
  text: '.+',
  number: String.raw`\d+`,
  hash: '[0-9a-f]{12,64}',
  call: String.raw`[\w ]+`,
  takes: 'requires|accepts',
  repository: String.raw`[\w./:-]+?`,
  tagged: String.raw`[\w./-]+(?::\d+/[\w./-]+)?:[\w.-]+`,
};

const anyValue = String.raw`[^\s"'’”,]*[^\s"'’”,:.]`;

/**
 * Makes one question of several phrases.
 *
 * @param loose large and small letters count as one, and each phrase may stand behind blanks
 * @returns the slots of the first phrase that a line has, empty where it has none; null where no phrase fits
 */
export function phrases(list: readonly Phrase[], loose = false): (line: string) => Slots | null {
  // Most programs' wordings are never asked for.
  let compiled: readonly Wording[] | null = null;
  return (line) => {
    const text = loose ? line.toLowerCase() : line;
    compiled ??= list.map((phrase) => new Wording(phrase, loose));
    for (const wording of compiled) {
      const slots = wording.read(line, text);
      if (slots !== null) return slots;
    }
    return null;
  };
}

/**
 * Makes one rewriting of several: each is applied for as long as it changes the text, in their order.
 *
 * @param rows of `phrase → plain`, where plain says the same with the phrase's slots
 */
export function rewording(rows: string): (text: string) => string {
  let compiled: readonly { readonly wording: Wording; readonly plain: string }[] | null = null;
  return (text) => {
    compiled ??= rows.split('\n').flatMap((row) => {
      const [phrase = '', plain] = row.trim().split(/ → ?/);
      return plain === undefined ? [] : [{ wording: new Wording(phrase, false), plain }];
    });
    return compiled.reduce((said, { wording, plain }) => wording.replaceIn(said, plain), text);
  };
}

/** A phrase, compiled where a line holds its longest literal part: most lines are done with that. */
class Wording {
  readonly #phrase: Phrase;
  readonly #loose: boolean;
  readonly #literal: string;
  #pattern: RegExp | null = null;

  constructor(phrase: Phrase, loose: boolean) {
    this.#phrase = phrase;
    this.#loose = loose;
    const literal = literalOf(phrase);
    this.#literal = loose ? literal.toLowerCase() : literal;
  }

  read(line: string, text: string): Slots | null {
    const match = this.#match(line, text);
    return match && { ...match.groups };
  }

  replaceIn(text: string, plain: string): string {
    const match = this.#match(text, text);
    if (match === null) return text;
    const said = plain.replace(/<([a-z]+)>/g, (_, name: string) => match.groups?.[name] ?? '');
    const changed = text.slice(0, match.index) + said + text.slice(match.index + match[0].length);
    return changed === text ? text : this.replaceIn(changed, plain);
  }

  #match(line: string, text: string): RegExpExecArray | null {
    if (!text.includes(this.#literal)) return null;
    this.#pattern ??= compile(this.#phrase, this.#loose);
    return this.#pattern.exec(line);
  }
}

const mark = /<([a-z]+)>|[{|}]|…| {2,}|[\\^$.*+?()[\]/-]/g;

function compile(phrase: Phrase, loose: boolean): RegExp {
  const whole = phrase.endsWith('$');
  const anywhere = phrase.startsWith('…');
  const indented = loose || /^ \S/.test(phrase);
  const text = phrase.slice(anywhere || /^ \S/.test(phrase) ? 1 : 0, whole ? -1 : undefined);
  // A word is meant as a whole: `open` is no part of `reopen`.
  const within = /^[\w<{]/.test(text) ? String.raw`(?<!\w)` : '';
  const start = anywhere ? within : indented ? String.raw`^\s*` : '^';
  return new RegExp(`${start}${translated(text)}${whole ? String.raw`\s*$` : ''}`, loose ? 'i' : '');
}

function translated(text: string): string {
  let depth = 0;
  return text.replace(mark, (sign, name: string | undefined) => {
    if (name !== undefined) return fixed[name] ?? slot(name);
    if (sign === '…') return '.*?';
    if (sign === '{' || sign === '}') depth += sign === '{' ? 1 : -1;
    if (sign === '{') return '(?:';
    if (sign === '}') return ')';
    if (sign === '|') return depth > 0 ? '|' : String.raw`\|`;
    if (sign === '$' && depth > 0) return '$';
    return sign.startsWith('  ') ? ' {2,}' : `\\${sign}`;
  });
}

function slot(name: string): string {
  return String.raw`["'\`‘“]?(?<${name}>${values[name] ?? anyValue})["'\`’”]?`;
}

function literalOf(phrase: Phrase): string {
  let outside = phrase.replace(/^ |\$$/g, '');
  for (let before = ''; before !== outside; ) {
    before = outside;
    outside = outside.replace(/\{[^{}]*\}|<[a-z]+>|…| {2,}/g, '\n');
  }
  return outside.split('\n').reduce((longest, part) => (part.length > longest.length ? part : longest), '');
}
