import type { Canon } from './canon.ts';

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
