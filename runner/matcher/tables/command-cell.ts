/**
 * Whether two `COMMAND` cells, one of them cut with `…` (or `...`, or by old engines with nothing), begin alike.
 * An official image whose command has since been wrapped in an entry point script shows only that script's name.
 */
export function sameCommand(expected: string, actual: string): boolean {
  const [left, right] = [readCommandCell(expected), readCommandCell(actual)];
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

function readCommandCell(cell: string): { readonly text: string; readonly cut: boolean } {
  const inner = cell
    .trim()
    .replace(/^"(.*?)"?$/s, '$1')
    .replace(/^'(.*)'$/s, '$1');
  const cut = /(?:…|\.{3})$/.test(inner);
  return {
    text: inner
      .replace(/(?:…|\.{3})$/, '')
      .replace(/\s+/g, ' ')
      .trim(),
    cut,
  };
}
