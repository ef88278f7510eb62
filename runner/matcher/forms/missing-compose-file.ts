import { isOf } from '../../command/index.ts';
import type { BlockMatch } from '../units.ts';
import { type Form, layoutUse, type Reading, type Source } from './form.ts';
import { wholeBlock } from './whole-block.ts';

/** Compose 1 says in several lines that there is no compose file, compose 2 in one. */
const first =
  /^(?:ERROR:\s*$|ERROR: Can't find a suitable configuration file|no configuration file provided: not found$)/;
const about = /^\s+Can't find a suitable configuration file in this directory or any\s*(?:parent\.|$)/;
const rest = /^\s*(?:parent\. Are you in the right directory\?|Supported filenames: [\w., -]+)?\s*$/;

/** The message of compose that there is no compose file. */
export const missingComposeFile: Form = {
  name: 'missing-compose-file',
  of: ({ printers }) => isOf(printers, 'docker compose'),
  read,
  compare,
};

function read({ lines, at }: Source): Reading | null {
  const head = lines[at] ?? '';
  if (!first.test(head)) return null;
  let end = at + 1;
  if (head.trim() === 'ERROR:') {
    if (!about.test(lines[end] ?? '')) return null;
    end += 1;
  }
  if (head.startsWith('ERROR')) while (end < lines.length && rest.test(lines[end] ?? '')) end += 1;
  return { at, lines: lines.slice(at, end) };
}

/** In one version's words every line counts. */
function compare(expected: Reading, actual: Reading): BlockMatch {
  const plain = ({ lines }: Reading) => lines.map((line) => line.trim()).filter((line) => line !== '');
  const [left, right] = [plain(expected), plain(actual)];
  const holds = left[0] !== right[0] || left.join('\n') === right.join('\n');
  return {
    holds,
    uses: layoutUse('error-wording', expected, actual),
    claims: [],
    pairs: wholeBlock(expected, actual, holds),
  };
}
