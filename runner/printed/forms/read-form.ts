import { isOf, type KnownOutput, printersOf } from '../../command/index.ts';
import { remembering } from '../../core/remember.ts';
import { type Phrase, phrases } from '../phrase.ts';
import { buildForms } from './build-forms.ts';
import { errorForms } from './error-forms.ts';
import { headForms } from './head-forms.ts';
import { imageForms } from './image-forms.ts';
import { noticeForms } from './notice-forms.ts';
import { packageForms } from './package-forms.ts';
import { systemForms } from './system-forms.ts';
import { textForms } from './text-forms.ts';

/** What a line is in the output that it stands in. */
export type Role =
  /** The heading of a table. */
  | 'head'
  | 'row'
  /** It tells how far something is; it may come or not, and in any number. */
  | 'progress'
  /** What the program says beside its result: a hint, a warning about its surroundings, an advertisement. */
  | 'notice'
  /** It tells that something is done, and what came of it. */
  | 'summary'
  /** One of many lines that a program writes as it goes. */
  | 'log'
  /** It tells that something went wrong. */
  | 'error'
  /** A part of a text, a page, a drawing, a listing. */
  | 'part';

/** One way in which a line is printed. */
export interface LineForm {
  readonly name: string;
  /** Who prints it, by the names of `isOf` (`npm`, `docker image ls`); `*` for anybody. */
  readonly of: readonly string[];
  /** Or whose output is well known to be of this form. */
  readonly output?: KnownOutput['form'];
  readonly role: Role;
  /** What lines of it look like is shown, and tried, in `test/printed/line-forms.txt`. */
  readonly phrases: readonly Phrase[];
}

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
