import { type Locale, wording } from '../core/message.ts';
import type { catalogue } from '../core/messages/index.ts';
import { page } from '../core/messages/page.ts';

/** What the page itself says, in one language: every sentence of the catalogue's part for it. */
export function pageWords(locale: Locale): Readonly<Record<string, string>> {
  const codes = Object.keys(page) as (keyof typeof page & keyof typeof catalogue)[];
  return Object.fromEntries(codes.map((code) => [code, wording({ code, args: {} }, locale)]));
}
