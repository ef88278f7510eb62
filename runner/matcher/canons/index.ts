import type { Canon } from './canon.ts';
import { clientWarning } from './client-warning.ts';
import { composeName } from './compose-name.ts';
import { elision } from './elision.ts';
import { errorWording } from './error-wording.ts';
import { escapeCode } from './escape-code.ts';
import { imageName } from './image-name.ts';
import { inspectedNumber } from './inspected-number.ts';
import { ipv6Port } from './ipv6-port.ts';
import { letterCase } from './letter-case.ts';
import { machineValue } from './machine-value.ts';
import { markdownEscape } from './markdown-escape.ts';
import { packageSummary } from './package-summary.ts';
import { placeholder } from './placeholder.ts';
import { progressBar } from './progress-bar.ts';
import { remark } from './remark.ts';
import { interrupt, rewordings } from './rewordings.ts';
import { rule } from './rule.ts';
import { system } from './system.ts';
import { treeDrawing } from './tree-drawing.ts';
import { unicodeForm } from './unicode-form.ts';

/** How characters are written, in both texts: read before the texts are cut into lines and blocks. */
export const characters: readonly Canon[] = [escapeCode, unicodeForm];

/** How an author writes characters for Markdown and HTML: read where the real text is not written so itself. */
export const escapes: readonly Canon[] = [markdownEscape];

/** What an author adds to a line, leaves out or leaves open. A line may as well be meant as it stands. */
export const authors: readonly Canon[] = [remark, placeholder, elision];

/** What programs word differently from version to version, in both texts. */
export const wordings: readonly Canon[] = [
  interrupt,
  errorWording,
  clientWarning,
  imageName,
  packageSummary,
  system,
  progressBar,
  ...rewordings,
  composeName,
  rule,
  machineValue,
  ipv6Port,
  treeDrawing,
  inspectedNumber,
];

/** How the words of a line are read when its values are set apart, where `--loose` names it. */
export const words: readonly Canon[] = [letterCase];

/** By what a line is read; a text of Docker's own in a document, behind which no remark stands; a value that is data. */
export const canonsOf = {
  line: { authors, wordings },
  text: { authors: [placeholder, elision], wordings },
  value: { authors: [placeholder, elision], wordings: [] },
} satisfies Record<string, { readonly authors: readonly Canon[]; readonly wordings: readonly Canon[] }>;

export const canons: readonly Canon[] = [...characters, ...escapes, ...authors, ...wordings, ...words];
