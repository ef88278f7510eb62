/**
 * What authors say, as phrases instead of regular expressions:
 *
 * - `bad example|practice`: words in this order, `|` between those of which one stands there.
 * - `the? way`: a word that may be missing.
 * - `host-`: a word that may go on: `hosts`, `host's`, `hostname`.
 * - `_`: any one word.
 * - `…`: any words within the sentence; `..`: within its clause.
 * - `+`: what joins the names of keys.
 * - `^` and `$`: the line begins or ends here, whatever marks stand around it.
 * - `:` at the end: it announces what follows; `.` at the end: it may also end the sentence.
 *
 * Latin words are whole words in any case; Korean, Japanese and Chinese ones may stand in a word, with or without
 * blanks between them. Apostrophes do not count.
 */
export type Phrase = string;

/**
 * The test for any of these phrases in a text that `plainly` has made plain. They are looked for as they are: to compile
 * a regular expression of them takes longer than to read a chapter's prose.
 */
export function saysAny(phrases: readonly Phrase[]): (text: string) => boolean {
  let forms: readonly Form[] | null = null;
  return (text) => {
    forms ??= phrases.flatMap(formsOf);
    let starts: readonly number[] | null = null;
    return forms.some((form) => {
      if (form[0] !== '^') return isIn(text, form);
      starts ??= lineStarts(text);
      return starts.some((at) => goesOnAt(text, at, form, 1, false));
    });
  };
}

/** Small letters, no apostrophes: how a text is compared with phrases. */
export function plainly(text: string): string {
  return text.toLowerCase().replaceAll("'", '').replaceAll('’', '');
}

interface Choice {
  readonly text: string;
  /** It is a whole word: no letter goes before it. */
  readonly latin: boolean;
  readonly goesOn: boolean;
}

/** Words of which one stands there, or a place. */
type Part = readonly Choice[] | '_' | '…' | '..' | '+' | '^' | '$' | ':' | '.';
type Form = readonly Part[];

const places: ReadonlySet<string> = new Set(['_', '…', '..', '+', '^', '$']);

/** The phrase with and without each of its words that may be missing. */
function formsOf(phrase: Phrase): readonly Form[] {
  const words = plainly(phrase).split(' ');
  let forms: Part[][] = [[]];
  for (const [at, word] of words.entries()) {
    const isOptional = word.endsWith('?');
    const part = partOf(isOptional ? word.slice(0, -1) : word, at === words.length - 1);
    const longer = forms.map((form) => [...form, part]);
    forms = isOptional ? longer.concat(forms) : longer;
  }
  return forms;
}

function partOf(word: string, isLast: boolean): Part {
  if (places.has(word) || (isLast && (word === ':' || word === '.'))) return word as Part;
  return word.split('|').map((choice) => {
    const goesOn = choice.length > 1 && choice.endsWith('-');
    const text = goesOn ? choice.slice(0, -1) : choice;
    return { text, goesOn, latin: isWordAt(text, 0) && isWordAt(text, text.length - 1) };
  });
}

function isIn(text: string, form: Form): boolean {
  const [first] = form;
  if (first === undefined || typeof first === 'string') return false;
  return first.some((choice) => {
    for (let at = text.indexOf(choice.text); at >= 0; at = text.indexOf(choice.text, at + 1))
      if (standsAt(text, at, choice) && isFollowed(text, at, choice, form, 1)) return true;
    return false;
  });
}

/** Whether the parts of a form from this one on come one after the other from here. */
function goesOnAt(text: string, at: number, form: Form, index: number, afterLatin: boolean): boolean {
  const part = form[index];
  switch (part) {
    case undefined:
      return true;
    case '^':
      return false;
    case '$':
      return endsLine(text, at);
    case ':':
      return announces(text, at, ':：');
    case '.':
      return announces(text, at, ':：.');
    case '+':
      return goesOnAt(text, skip(text, at, joinsKeys), form, index + 1, false);
    case '…':
    case '..':
      for (let end = at; ; end++) {
        if (goesOnAt(text, end, form, index + 1, false)) return true;
        if (end >= text.length || endsSentence(text, end) || (part === '..' && text[end] === ',')) return false;
      }
    case '_': {
      const start = skip(text, at, isBlank);
      const end = skip(text, start, (mark) => !isBlank(mark));
      return (start > at || !afterLatin) && end > start && goesOnAt(text, end, form, index + 1, true);
    }
    default: {
      const start = skip(text, at, isBlank);
      return part.some(
        (choice) =>
          (start > at || !(afterLatin && choice.latin)) &&
          text.startsWith(choice.text, start) &&
          standsAt(text, start, choice) &&
          isFollowed(text, start, choice, form, index + 1),
      );
    }
  }
}

/** Whether the rest of the form follows a word that stands here. */
function isFollowed(text: string, at: number, word: Choice, form: Form, index: number): boolean {
  let end = at + word.text.length;
  while (!goesOnAt(text, end, form, index, word.latin)) {
    if (!word.goesOn || end >= text.length || isBlank(text[end] ?? '')) return false;
    end++;
  }
  return true;
}

/** A Latin word is a whole one, unless it may go on. */
function standsAt(text: string, at: number, { text: word, latin, goesOn }: Choice): boolean {
  return !latin || (!isWordAt(text, at - 1) && (goesOn || !isWordAt(text, at + word.length)));
}

/** A letter of a Latin word, or a digit. */
function isWordAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || code === 95;
}

function isBlank(mark: string): boolean {
  return mark.trim() === '';
}

function joinsKeys(mark: string): boolean {
  return isBlank(mark) || '+-`'.includes(mark);
}

/** The first place from here at which the mark is another. */
function skip(text: string, from: number, isSkipped: (mark: string) => boolean): number {
  let at = from;
  while (at < text.length && isSkipped(text[at] ?? '')) at++;
  return at;
}

function isMark(mark: string): boolean {
  return mark < '\x80' ? !isWordAt(mark, 0) || mark === '_' : !/[\p{L}\p{N}]/u.test(mark);
}

/** Where each line begins, marks before its first word left out. */
function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts.map((at) => skip(text, at, isMark));
}

/** Only marks stand between here and the end of the line. */
function endsLine(text: string, at: number): boolean {
  const end = skip(text, at, (mark) => mark !== '\n' && isMark(mark));
  return end >= text.length || text[end] === '\n';
}

/** So does one of these, among other marks. */
function announces(text: string, at: number, marks: string): boolean {
  if (!endsLine(text, at)) return false;
  const end = skip(text, at, (mark) => mark !== '\n');
  return [...text.slice(at, end)].some((mark) => marks.includes(mark));
}

/** A full stop in `compose.yaml` ends none. */
function endsSentence(text: string, at: number): boolean {
  return '!?。'.includes(text[at] ?? '') || (text[at] === '.' && isBlank(text[at + 1] ?? ''));
}
