import { cutWords, hasInlineElision, placeholder, splitAtElisions } from './elision.ts';
import type { LineMatch, Use } from './line.ts';
import { type Token, tokensOf } from './tokens.ts';

/** Signs that something failed. What the author left out of a line never was one of these. */
const failure = /\b(?:error|failed|failure|fatal|denied|refused|cannot|can't|not found|no such|panic|unhealthy)\b/i;

/** Compares a line in which the author left out characters (`Digest: sha256:1d1c...`). */
export function compareElided(expected: string, actual: string): LineMatch | null {
  if (!hasInlineElision(expected)) return null;
  if (placeholder.test(expected) && /^[0-9a-f]{12,64}$/.test(actual.trim()))
    return { uses: [{ name: 'placeholder', expected: expected.trim(), actual: actual.trim() }], claims: [] };
  const shown = masked(expected.replace(middle, '$1'));
  const parts = splitAtElisions(shown);
  if (parts.join('').replace(/[^\p{L}\p{N}\u0001-\u001f]/gu, '').length < 2) return null;
  const found = fitsIn(parts, masked(actual, cutWords(shown)));
  if (!found || (failure.test(actual) && !failure.test(expected))) return null;
  const use: Use = { name: 'elision', expected: expected.trim(), actual: actual.trim() };
  return { uses: [use], claims: [] };
}

/** Finds the parts in order, the first at the beginning, the last at the end. */
function fitsIn(parts: readonly string[], text: string): boolean {
  const first = parts[0] ?? '';
  const last = parts.at(-1) ?? '';
  if (!text.startsWith(first) || !text.endsWith(last) || text.length < first.length + last.length) return false;
  let at = first.length;
  for (const part of parts.slice(1, -1)) {
    const found = text.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return parts.length === 1 ? text === first : at <= text.length - last.length;
}

/** An ID of which an author wrote the beginning and the end (`3fbc63216742...a08d`). */
const middle = /\b((?:(?:sha256:)?[0-9a-f]{4,64}|SWMTKN-1-[0-9a-z-]+)(?:\.{3}|…))[0-9a-z-]{2,}\b/g;

/**
 * The line with each volatile value replaced by one sign for its type, and single blanks.
 *
 * @param cut beginnings of words; a value that begins with one is left as it is
 */
function masked(line: string, cut: readonly string[] = []): string {
  return tokensOf(line.trim())
    .map((token) => {
      if (token.blank) return ' ';
      const asIs = token.tolerance === null || cut.some((word) => token.text.startsWith(word));
      return asIs ? token.text : sign(token);
    })
    .join('');
}

function sign(token: Token): string {
  const name = token.tolerance?.binds === 'id' ? 'id' : (token.tolerance?.name ?? '');
  let code = 0;
  for (const char of name) code = (code * 31 + char.charCodeAt(0)) % 1000;
  return String.fromCharCode(0xe000 + code) + (/(?:…|\.{3})$/.test(token.text) ? '...' : '');
}
