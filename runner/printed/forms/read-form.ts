import { isOf, printersOf } from '../../command/index.ts';
import { remembering } from '../../core/remember.ts';
import { phrases } from '../phrase.ts';
import { buildForms } from './build-forms.ts';
import { errorForms } from './error-forms.ts';
import { headForms } from './head-forms.ts';
import { imageForms } from './image-forms.ts';
import type { LineForm } from './line-form.ts';
import { noticeForms } from './notice-forms.ts';
import { packageForms } from './package-forms.ts';
import { systemForms } from './system-forms.ts';
import { textForms } from './text-forms.ts';

/** Every form of line that is known, in the order in which they are tried. */
export const lineForms: readonly LineForm[] = [
  ...noticeForms,
  ...imageForms,
  ...buildForms,
  ...errorForms,
  ...packageForms,
  ...headForms,
  ...systemForms,
  ...textForms,
];

const readers = lineForms.map((form) => ({ form, fits: phrases(form.phrases, form.role === 'error') }));

/** The form that a line has; null for a line of no known form. */
export const formOf = remembering(
  (line): LineForm | null => readers.find(({ fits }) => fits(line) !== null)?.form ?? null,
);

/** Whether a line is itself the message of a failure that ended something; a log that mentions an error is not. */
export function isError(line: string): boolean {
  return formOf(line)?.role === 'error';
}

/** Forms that tell by whom they are printed. */
export const tellingForms: readonly LineForm[] = lineForms.filter(({ of }) => !of.includes('*'));

/** Whether a command shows lines of this form: what it calls prints them. */
export function prints(command: string, { of, output }: LineForm): boolean {
  const printers = printersOf(command);
  return isOf(printers, ...of) || (output !== undefined && printers.some((one) => one.output?.form === output));
}
