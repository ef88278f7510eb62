import { phrases } from '../phrase.ts';
import { imageForms } from './image-forms.ts';
import type { LineForm } from './line-form.ts';
import { noticeForms } from './notice-forms.ts';

/** Every form of line that is known, in the order in which they are tried. */
export const lineForms: readonly LineForm[] = [...noticeForms, ...imageForms];

const readers = lineForms.map((form) => ({ form, fits: phrases(form.phrases) }));

/** The form that a line has; null for a line of no known form. */
export function formOf(line: string): LineForm | null {
  return readers.find(({ fits }) => fits(line) !== null)?.form ?? null;
}
