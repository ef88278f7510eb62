import type { LineMatch } from '../line.ts';
import { compareLines } from '../line.ts';
import type { Place } from '../tolerances/tolerance.ts';
import { plainError } from './error-wording.ts';

/** Compares two lines that say one thing in the words of two generations of a tool. */
export function compareWording(expected: string, actual: string, place: Place): LineMatch | null {
  for (const { name, plain } of wordings) {
    const [left, right] = [plain(expected), plain(actual)];
    if (left === expected.trim() && right === actual.trim()) continue;
    const match = compareLines(left, right, place);
    if (match !== null) return { claims: match.claims, uses: [...match.uses, { name, expected, actual }] };
  }
  return null;
}

/** Ways to say one thing. `plain` gives what they have in common; a line that is not meant comes back trimmed. */
const wordings: readonly { readonly name: string; readonly plain: (line: string) => string }[] = [
  { name: 'error-wording', plain: plainError },
  {
    name: 'already-pulled',
    plain: (line) => line.trim().replace(/^Status: Image is up to date for /, 'Status: Downloaded newer image for '),
  },
  {
    name: 'image-reference',
    plain: (line) =>
      line
        .trim()
        .replace(/\bdocker\.io\/(?:library\/)?/g, '')
        .replace(/(Pulling from )library\//, '$1'),
  },
];
