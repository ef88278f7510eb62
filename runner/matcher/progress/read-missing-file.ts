import type { Block, BlockMatch } from '../units.ts';
import { wholeBlock } from '../whole-block.ts';

/** Compose 1 says in several lines that there is no compose file, compose 2 in one. */
const first =
  /^(?:ERROR:\s*$|ERROR: Can't find a suitable configuration file|no configuration file provided: not found$)/;
const about = /^\s+Can't find a suitable configuration file in this directory or any\s*(?:parent\.|$)/;
const rest = /^\s*(?:parent\. Are you in the right directory\?|Supported filenames: [\w., -]+)?\s*$/;

/** Reads the message of compose that there is no compose file; null where none begins. */
export function readMissingFile(lines: readonly string[], at: number): Block | null {
  const head = lines[at] ?? '';
  if (!first.test(head)) return null;
  let end = at + 1;
  if (head.trim() === 'ERROR:') {
    if (!about.test(lines[end] ?? '')) return null;
    end += 1;
  }
  if (head.startsWith('ERROR')) while (end < lines.length && rest.test(lines[end] ?? '')) end += 1;
  const own = lines.slice(at, end);
  return {
    form: 'missing-compose-file',
    noise: null,
    lines: own,
    compare: (actual, place) => compareMessages(own, actual.lines, place),
  };
}

/** In one version's words every line counts. */
function compareMessages(expected: readonly string[], actual: readonly string[], at: number): BlockMatch {
  const plain = (lines: readonly string[]) => lines.map((line) => line.trim()).filter((line) => line !== '');
  const [left, right] = [plain(expected), plain(actual)];
  const holds = left[0] !== right[0] || left.join('\n') === right.join('\n');
  const uses =
    left.join('\n') === right.join('\n')
      ? []
      : [{ name: 'error-wording', at, expected: expected.join('\n'), actual: actual.join('\n') }];
  return { holds, uses, claims: [], pairs: wholeBlock(expected, actual, at, holds) };
}
