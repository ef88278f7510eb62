/** Where something may begin that is more than prose: code, a directive, a variable, markup. */
const more =
  /^[ \t>]*(?:[-*+][ \t]+|\d+[.)][ \t]+)*(?:`{3}|~{3}|:::|::|<|\{%|\[[^\]]+\]:)|^(?: {4}|\t)|\{\{|\$\$|\{%|\]\[|<!--/m;

/**
 * How much of a chapter's beginning is prose for certain, whatever stands behind it: it can be shown before the chapter
 * has been understood, which takes much longer than to begin reading it.
 */
export function openingText(source: string): number {
  const from = frontMatter(source);
  const found = more.exec(source.slice(from));
  if (found === null) return 0;
  const before = source.slice(0, from + found.index);
  // A paragraph or a list that goes on behind is not begun.
  const blank = before.lastIndexOf('\n\n');
  return blank < from ? 0 : blank + 2;
}

function frontMatter(source: string): number {
  if (!/^\uFEFF?---\r?\n/.test(source)) return 0;
  const end = /\n---[ \t]*\r?\n/.exec(source);
  return end === null ? source.length : end.index + end[0].length;
}
