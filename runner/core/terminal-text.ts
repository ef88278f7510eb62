import { codeOf } from './visible.ts';

/** What a terminal obeys and does not show: C0 and C1 controls but for tab and newline, and marks that turn the writing. */
const obeyed =
  /\r(?!\n)|[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Nobody can know it who wrote a chapter or a program: it is another one in each process. */
const secret = Math.random().toString(36).slice(2);
const ownEscape = `\ufdd0${secret}e`;
const ownReturn = `\ufdd0${secret}r`;

/** Marks what tutor itself tells a terminal to do (or has let through of a program): only that is done. */
export function own(text: string): string {
  return text.replaceAll('\x1b', ownEscape).replace(/\r(?!\n)/g, ownReturn);
}

/** A text of a chapter, a program or a file: what a terminal would obey is seen as its code instead. */
export function shown(text: string): string {
  return text.replace(obeyed, codeOf);
}

/**
 * What is written to a terminal. Everything that tutor shows goes through here, whatever it is made of: what is not
 * marked as tutor's own is shown.
 */
export function forTerminal(text: string): string {
  return shown(text).replaceAll(ownEscape, '\x1b').replaceAll(ownReturn, '\r');
}

/** A text without what tutor has marked as its own: what is left to be seen of it. */
export function unpainted(text: string): string {
  return text
    .replaceAll(ownEscape, '\x1b')
    .replace(/\x1b\[[\d;]*[A-Za-z]/g, '')
    .replaceAll(ownReturn, '\r');
}
