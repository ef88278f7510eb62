/**
 * Whether two `COMMAND` cells, one of them cut with `…` (or `...`, or by old engines with nothing), begin alike.
 * An official image whose command has since been wrapped in an entry point script shows only that script's name.
 */
export function sameCommand(expected: string, actual: string): boolean {
  if (expected === actual) return true;
  const bare = [expected, actual].every((cell) => /^["']/.test(cell.trim()));
  const [left, right] = [readCommandCell(expected, bare), readCommandCell(actual, bare)];
  if (left.text === right.text) return true;
  if (left.cut && right.cut) return startsAlike(left.text, right.text) || wraps(left.text, right.text);
  if (left.cut) return right.text.startsWith(left.text) && left.text !== '';
  if (right.cut) return (left.text.startsWith(right.text) && right.text !== '') || wraps(left.text, right.text);
  return false;
}

function startsAlike(left: string, right: string): boolean {
  return left !== '' && right !== '' && (left.startsWith(right) || right.startsWith(left));
}

function wraps(left: string, right: string): boolean {
  const script = /^\/?(?:usr\/local\/bin\/)?docker-entrypoint\.?/;
  return script.test(left) && script.test(right)
    ? startsAlike(left.replace(/^.*\//, ''), right.replace(/^.*\//, ''))
    : false;
}

/** @param quoted both cells stand in quotation marks, which compose 1 does not write */
function readCommandCell(cell: string, quoted: boolean): { readonly text: string; readonly cut: boolean } {
  const inner = cell
    .trim()
    .replace(/^"(.*?)"?$/s, '$1')
    .replace(/^'(.*)'$/s, '$1');
  const text = quoted ? inner : inner.replace(/['"]/g, '');
  const cut = /(?:…|\.{3})$/.test(inner);
  return {
    text: text
      .replace(/(?:…|\.{3})$/, '')
      .replace(/\s+/g, ' ')
      .trim(),
    cut,
  };
}
