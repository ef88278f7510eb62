import { type Locale, wording } from '../core/message.ts';
import { planning } from '../core/messages/planning.ts';

type Code = keyof typeof planning;
type Args = Readonly<Record<string, string>>;

/** A reason in English, from the catalogue. */
export function because(code: Code, args: Args = {}): string {
  return wording({ code, args }, 'en');
}

interface Form {
  readonly code: Code;
  readonly pattern: RegExp;
  readonly names: readonly string[];
}

/** The longest sentences first: short ones with a gap would fit into them. */
const forms: readonly Form[] = (Object.keys(planning) as Code[])
  .map((code) => {
    const { en } = planning[code];
    const parts = en.split(/\{\w+\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    const names = [...en.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
    return { code, names, pattern: new RegExp(`^${parts.join('([\\s\\S]*?)')}$`) };
  })
  .sort((a, b) => planning[b.code].en.length - planning[a.code].en.length);

/**
 * A reason of a plan in the reader's language. A plan holds its reasons in English, as `tutor plan --json` promises;
 * what an author wrote (`skip="…"`) stays as it is.
 */
export function reasonIn(reason: string, locale: Locale): string {
  if (locale === 'en') return reason;
  for (const { code, names, pattern } of forms) {
    const match = pattern.exec(reason);
    if (match === null) continue;
    const args = Object.fromEntries(names.map((name, at) => [name, reasonIn(match[at + 1] ?? '', locale)]));
    return wording({ code, args }, locale);
  }
  return reason;
}
