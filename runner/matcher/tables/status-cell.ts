import { koreanTimeUnit, timeUnit } from '../tolerances/age.ts';

/**
 * Whether two `STATUS` cells tell the same state: running, paused, healthy, the exit code. How long is not compared.
 * Old and new compose say it in other words (`running`, `Exit 0`).
 */
export function sameStatus(expected: string, actual: string): boolean {
  if (expected === actual) return true;
  if (/^\w+ ?(?:…|\.{3})$/.test(expected.trim())) return stateOf(actual).startsWith(stateOf(expected));
  return stateOf(expected) === stateOf(actual);
}

const span = new RegExp(
  String.raw`\s+(?:Less than a second|About an? \w+|[Aa]n? (?:few )?\w+|\d+ ${timeUnit}|\d+ ?${koreanTimeUnit})(?: (?:ago|전|동안))?`,
);

function stateOf(cell: string): string {
  const text = cell
    .trim()
    .replace(/(?:…|\.{3})$/, '')
    .trim();
  return text
    .replace(span, '')
    .replace(/^(?:running|Running)/, 'Up')
    .replace(/^(?:exited|Exit(?=\s\d))/, 'Exited')
    .replace(/^Exited ?\(?(\d+)\)?/, 'Exited ($1)')
    .replace(/^(?:created|paused|restarting)/, (word) => word.charAt(0).toUpperCase() + word.slice(1))
    .replace(/\s+/g, ' ')
    .replace(/^Up \(Paused\)$/, 'Paused')
    .trim();
}
