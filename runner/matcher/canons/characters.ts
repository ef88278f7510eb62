import type { Canon } from './canon.ts';

/** Sequences by which a program sets colours and moves the cursor (ECMA-48), and titles of windows. */
const sequence = /\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)|[()][A-Z0-9]|[=>78cDEMHNOZ])/g;

export const escapeCode: Canon = {
  name: 'escape-code',
  read: (line) => (line.includes('\u001b') ? line.replace(sequence, '') : line),
  examples: `
    \u001b[31mred\u001b[0m door ≈ red door
    \u001b]0;title\u0007ready ≈ ready
    \u001b[31mred\u001b[0m door ≠ green door
  `,
};

/** Letters with accents, and Korean ones, are one character or several. */
export const unicodeForm: Canon = {
  name: 'unicode-form',
  read: (line) => (/[^\0-\u02ff]/.test(line) ? line.normalize('NFC') : line),
  examples: `
    \u1112\u1161\u11ab\u1100\u1173\u11af ready ≈ 한글 ready
    cafe ready ≠ caf\u00e9 ready
  `,
};

const escapes = /\\([<>_*[\]`|#~])|&(lt|gt|amp|quot);/g;
const characters: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' };

/** The line as it is shown where Markdown and HTML are rendered: `\\<none\\>` and `&lt;none&gt;` are `<none>`. */
export const markdownEscape: Canon = {
  name: 'markdown-escape',
  read: (line) =>
    line.replace(escapes, (_, escaped: string | undefined, name: string) => escaped ?? characters[name] ?? ''),
  examples: `
    a \\<none\\> image ≈ a <none> image
    a &lt;none&gt; image ≈ a <none> image
    a &lt;none&gt; image ≠ a <other> image
  `,
};

/** Reads the words of a line, its values set apart: only where `--loose case` asks for it. */
export const letterCase: Canon = {
  name: 'case',
  read: (words) => words.toLowerCase(),
  examples: `
    Server Ready on 80 ≈ SERVER ready ON 80
    Server Ready on 80 ≠ SERVER ready ON 81
  `,
};
