import { isElision } from '../../core/elision.ts';
import type { CommandFacts } from '../command/command-facts.ts';
import type { Block, BlockMatch } from '../units.ts';
import { wholeBlock } from '../whole-block.ts';

interface Packages extends Block {
  /** What apt is about to do with them; null for what it only suggests. */
  readonly doing: string | null;
  readonly names: readonly string[];
}

const header =
  /^(?:The following (additional packages|extra packages|NEW packages|packages) (.*):|(Suggested|Recommended) packages:)\s*$/;

/**
 * Reads a list of package names in the output of apt. Which others come along depends on the release: what the command
 * names must be listed.
 */
export function readPackages(
  lines: readonly string[],
  at: number,
  elisions: boolean,
  facts: CommandFacts,
): Block | null {
  const head = header.exec(lines[at] ?? '');
  if (head === null) return null;
  let end = at + 1;
  while (end < lines.length && (/^ {2}\S/.test(lines[end] ?? '') || (elisions && isElision(lines[end] ?? ''))))
    end += 1;
  const own = lines.slice(at, end);
  const asked = (word: string) => facts.stated.has(word.replace(/:\w+$/, ''));
  const doing = head[1] === 'NEW packages' || head[1] === 'packages' ? `${head[1]} ${head[2]}` : null;
  const block: Packages = {
    form: `packages:${doing ?? head[1] ?? head[3] ?? ''}`,
    // Where the chapter shows what will be installed, it must be told.
    noise: doing !== null && elisions ? null : 'apt-noise',
    lines: own,
    doing,
    names: own.slice(1).flatMap((line) => line.trim().split(/\s+/).filter(asked)),
    compare: (actual, first) => comparePackages(block, actual as Packages, first),
  };
  return block;
}

function comparePackages(expected: Packages, actual: Packages, at: number): BlockMatch {
  const open = expected.lines.some((line) => isElision(line));
  const [left, right] = [new Set(expected.names), new Set(actual.names)];
  const same = [...left].every((name) => right.has(name)) && (open || [...right].every((name) => left.has(name)));
  const holds = expected.doing === null || same;
  const uses =
    expected.lines.join('\n') === actual.lines.join('\n')
      ? []
      : [{ name: 'apt-noise', at, expected: expected.lines.join(' '), actual: actual.lines.join(' ') }];
  return { holds, uses, claims: [], pairs: wholeBlock(expected.lines, actual.lines, at, holds) };
}
