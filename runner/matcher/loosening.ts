/** What `--loose` can turn on, besides further lines. */
type Loosening = 'case' | 'whitespace' | 'order';

/** Whether a name of `--loose` changes how lines are read. */
export function isLoosening(name: string): name is Loosening {
  return name === 'case' || name === 'whitespace' || name === 'order';
}

/** The lines without what does not count: upper and lower case, blanks, their order. */
export function loosened(lines: readonly string[], names: readonly Loosening[]): readonly string[] {
  let text = lines;
  for (const name of names) text = without[name](text);
  return text;
}

const without: Readonly<Record<Loosening, (lines: readonly string[]) => readonly string[]>> = {
  case: (lines) => lines.map((line) => line.toLowerCase()),
  whitespace: (lines) => lines.map((line) => line.replace(/\s+/g, ' ').trim()).filter((line) => line !== ''),
  order: (lines) => [...lines].sort(),
};

/** The line as it is shown where Markdown and HTML are rendered: `\\<none\\>` and `&lt;none&gt;` are `<none>`. */
export function unescaped(line: string): string {
  return line
    .replace(/\\([<>_*[\]`|#~])/g, '$1')
    .replace(/&(lt|gt|amp|quot);/g, (_, name: string) => ({ lt: '<', gt: '>', amp: '&', quot: '"' })[name] ?? '');
}
