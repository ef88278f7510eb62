import { catalogue, type MessageCode } from './messages/index.ts';
import { withParticles } from './particles.ts';
import { shown } from './terminal-text.ts';

export type Locale = 'en' | 'ko';

/** A sentence of the catalogue and what it is filled with. */
export interface Told {
  readonly code: MessageCode;
  readonly args: MessageArgs;
}

/** Values that a sentence is filled with; another sentence is told in the same language. */
export type MessageArgs = Readonly<{ [name: string]: string | number | Told }>;

export type Severity = 'error' | 'warning' | 'info';

/** A located sentence for the user. Its wording stands in the catalogue, in English and Korean. */
export interface Message extends Told {
  readonly severity: Severity;
  readonly path: string | null;
  /** From 1; null where it is about no place. */
  readonly line: number | null;
  readonly column: number | null;
}

/** Where a message points; all optional. */
export interface Place {
  readonly path?: string;
  readonly line?: number;
  readonly column?: number;
}

/** Makes a message. */
export function message(
  code: MessageCode,
  args: MessageArgs = {},
  place: Place = {},
  severity: Severity = 'error',
): Message {
  return { code, severity, args, path: place.path ?? null, line: place.line ?? null, column: place.column ?? null };
}

/** Why something was decided: a sentence that is said later, in the language of whoever reads it. */
export function because(code: MessageCode, args: MessageArgs = {}): Told {
  return { code, args };
}

/** `{count}` is filled in; `{count|step|steps}` is the word that fits the number. */
const placeholder = /\{(\w+)(?:\|([^|{}]*)\|([^|{}]*))?\}/g;

/** The sentence of a message, without its place. */
export function wording({ code, args }: Told, locale: Locale): string {
  const template = catalogue[code][locale];
  const sentence = template.replace(placeholder, (whole, name: string, one?: string, more?: string) => {
    const value = args[name];
    if (value === undefined) return whole;
    if (one !== undefined && more !== undefined) return Number(value) === 1 ? one : more;
    return typeof value === 'object' ? wording(value, locale) : String(value);
  });
  return locale === 'ko' && template.includes('(') ? withParticles(sentence) : sentence;
}

/** `docs/ch04.md:212:1 sentence`, as much of the place as is known. */
export function located(of: Message, locale: Locale): string {
  const place = [of.path, of.line, of.line === null ? null : of.column].filter((part) => part !== null).join(':');
  return place === '' ? wording(of, locale) : `${place} ${wording(of, locale)}`;
}

/** An error whose text is for the user: no stack trace is shown. */
export class UserError extends Error {
  override readonly name = 'UserError';
  readonly details: Message;
  /** 1 where it is a chapter that is wrong, not the use of tutor. */
  readonly exitCode: 1 | 2;

  constructor(details: Message, exitCode: 1 | 2 = 2) {
    super(shown(wording(details, 'en')));
    this.details = details;
    this.exitCode = exitCode;
  }
}
