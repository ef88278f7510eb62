import { isOf } from '../../command/index.ts';
import { isElision } from '../../core/elision.ts';
import { wordsOf } from '../../core/words.ts';
import type { BlockMatch } from '../units.ts';
import { type Form, layoutUse, type Reading, type Source, wholeBlock } from './form.ts';

interface Packages extends Reading {
  /** It says what apt is about to do, not what it only suggests. */
  readonly binding: boolean;
  /** Those that the command names. */
  readonly asked: ReadonlySet<string>;
}

const header =
  /^(?:The following (additional packages|extra packages|NEW packages|packages) (.*):|(Suggested|Recommended) packages:)\s*$/;

/**
 * A list of package names in the output of apt. Which others come along depends on the release: what the command names
 * must be listed.
 */
export const packages: Form<Packages> = {
  name: 'packages',
  of: ({ printers }) => isOf(printers, 'apt'),
  read,
  compare,
};

function read({ lines, at, elisions, facts }: Source): Packages | null {
  const head = header.exec(lines[at] ?? '');
  if (head === null) return null;
  let end = at + 1;
  while (end < lines.length && (/^ {2}\S/.test(lines[end] ?? '') || (elisions && isElision(lines[end] ?? ''))))
    end += 1;
  const own = lines.slice(at, end);
  const binding = head[1] === 'NEW packages' || head[1] === 'packages';
  const names = own.slice(1).flatMap(wordsOf);
  return {
    at,
    lines: own,
    sort: binding ? `${head[1]} ${head[2]}` : (head[1] ?? head[3] ?? ''),
    // Where the chapter shows what will be installed, it must be told.
    ...(!(binding && elisions) && { noise: 'apt-noise' }),
    binding,
    asked: new Set(names.filter((name) => facts.stated.has(name.replace(/:\w+$/, '')))),
  };
}

function compare(expected: Packages, actual: Packages): BlockMatch {
  const open = expected.lines.some((line) => isElision(line));
  const [left, right] = [[...expected.asked], [...actual.asked]];
  const same =
    left.every((name) => actual.asked.has(name)) && (open || right.every((name) => expected.asked.has(name)));
  const holds = !expected.binding || same;
  return {
    holds,
    uses: layoutUse('apt-noise', expected, actual),
    claims: [],
    pairs: wholeBlock(expected, actual, holds),
  };
}
