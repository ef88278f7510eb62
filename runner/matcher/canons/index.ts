import { elision, placeholder, remark } from './authors.ts';
import type { Canon } from './canon.ts';
import { escapeCode, letterCase, markdownEscape, unicodeForm } from './characters.ts';
import { progressBar, rule, treeDrawing } from './drawing.ts';
import { inspectedNumber, machineValue, packageSummary, system } from './machine.ts';
import { clientWarning, composeName, errorWording, imageName, interrupt, ipv6Port, rewordings } from './wordings.ts';

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
