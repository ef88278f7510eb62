import { isElision } from '../../core/elision.ts';
import { remembering } from '../../core/remember.ts';
import { formOf } from '../../printed/index.ts';

/** Forms that output has more often than commands. */
const likely: readonly RegExp[] = [
  /\S {3,}\S.* {3,}\S/,
  /^[A-Z][\w ]+: \S/,
  /^\d+(?:\.\d+)*$/,
  /^v?\d+\.\d+/,
  /^[A-Z][a-z]+(?: [\w'’]+){3,}/,
  /^[a-z0-9._/-]+\t\S/,
  /[.!]$/,
  /^\s+\S/,
];

/** How much a line looks printed: 0 to 1. */
export const outputness = remembering((line): number => {
  if (line.trim() === '') return 0;
  const text = line.trimEnd();
  if (formOf(text) !== null || isElision(text)) return 1;
  return likely.some((form) => form.test(text)) ? 0.6 : 0.2;
});

/** Three columns or more, two blanks between them: a row of a table. */
export function hasColumns(text: string): boolean {
  return /\S {2,}\S.* {2,}\S/.test(text);
}
