import { tokenTolerances } from '../tolerances/index.ts';
import type { Tolerance } from '../tolerances/tolerance.ts';

/** A value of a line that may differ by a tolerance. */
export interface Value {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly tolerance: Tolerance;
}

/** No value begins within a word, within a number or at a blank: most places of a line are done with this. */
const beginning = String.raw`(?!\s|(?<=[A-Za-z])[A-Za-z]|(?<=\d)\d)`;
const volatile = `${beginning}(?:${tokenTolerances.map(({ forms }) => `(${forms.join('|')})`).join('|')})`;
const bound = tokenTolerances.flatMap(({ forms, binds }) => (binds === undefined ? [] : forms));
const binding = `${beginning}(?:${bound.join('|')})`;

/**
 * V8 interprets an expression at first and compiles it when it is used again. To prepare one as long as these for
 * being interpreted takes 30 ms, to compile it 4: a text of 1,000 characters is compiled for at once.
 */
function compiled(source: string, flags: string): RegExp {
  const known = expressions.get(source);
  if (known !== undefined) return known;
  const expression = new RegExp(source, flags);
  expression.test(' '.repeat(1000));
  expressions.set(source, expression);
  return expression;
}

const expressions = new Map<string, RegExp>();

/** A line without any of these holds no value; most prose is done with it. */
const hint = /\d|dir=|sha256|_| ago|Up |(?:home|Users|root)|@|: /;

/** Finds the values in a line, in order. */
export function valuesOf(line: string): readonly Value[] {
  const values: Value[] = [];
  for (let from = 0; from < line.length; ) {
    const until = pieceEnd(line, from);
    find(from === 0 && until === line.length ? line : line.slice(from, until), from, values);
    from = until;
  }
  return values;
}

/** Whether a line may hold a value that means the same thing in other places too. */
export function mayBind(line: string): boolean {
  return line.length > longest || (/\d|_/.test(line) && compiled(binding, 'u').test(line));
}

/** Longer lines are read piece by piece: some forms look far ahead from each place. In characters. */
const longest = 2000;

/** Pieces end at blanks; a word that long is no value. */
function pieceEnd(line: string, from: number): number {
  if (line.length - from <= longest) return line.length;
  const blank = line.slice(from, from + longest).lastIndexOf(' ');
  return from + (blank > 0 ? blank + 1 : longest);
}

function find(text: string, offset: number, into: Value[]): void {
  if (!hint.test(text)) return;
  const expression = compiled(volatile, 'gu');
  expression.lastIndex = 0;
  for (let match = expression.exec(text); match !== null; match = expression.exec(text)) {
    const [found] = match;
    const tolerance = found === '' ? undefined : tokenTolerances[match.indexOf(found, 1) - 1];
    if (tolerance === undefined) {
      expression.lastIndex += 1;
      continue;
    }
    const start = offset + match.index;
    into.push({ text: found, start, end: start + found.length, tolerance });
  }
}
