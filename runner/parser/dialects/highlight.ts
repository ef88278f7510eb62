import { columnOf, textOf } from '../lines.ts';
import type { Dialect, Page } from './dialect.ts';

const opening = /^([ \t>]*)\{%-?\s*highlight\s+([\w+-]+)\s*(.*?)-?%\}\s*$/u;
const closing = /\{%-?\s*endhighlight\s*-?%\}/u;

/** Jekyll's `{% highlight bash %} … {% endhighlight %}`. */
export const highlight: Dialect = {
  name: 'highlight',
  carve(page, index) {
    const line = page.lines[index];
    if (line === undefined || page.source[line.start] === '#') return null;
    const text = textOf(page.source, line);
    const match = text.includes('highlight') ? opening.exec(text) : null;
    if (match === null) return null;
    const start = line.start + (match[1] ?? '').length;
    const end = endOf(page, index);
    const columns = columnOf(page.source, line, start);
    const quotes = (match[1] ?? '').split('>').length - 1;
    const shared = { form: 'highlight', open: index, from: index + 1, start, columns, quotes } as const;
    return { ...shared, ...end, lang: match[2] ?? null, meta: match[3]?.trim() || null };
  },
};

function endOf({ source, lines }: Page, open: number): { to: number; last: number; closed: boolean } {
  for (let at = open + 1; at < lines.length; at++) {
    const line = lines[at];
    if (line === undefined) break;
    const text = textOf(source, line);
    if (closing.test(text)) return { to: at, last: at, closed: true };
    if (opening.test(text)) return { to: at, last: at - 1, closed: false };
  }
  return { to: lines.length, last: lines.length - 1, closed: false };
}
