import type { ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import dockerfile from 'highlight.js/lib/languages/dockerfile';
import nginx from 'highlight.js/lib/languages/nginx';
import powershell from 'highlight.js/lib/languages/powershell';
import { common, createLowlight } from 'lowlight';

const lowlight = createLowlight({ ...common, dockerfile, nginx, powershell });
/** What authors call a language that the highlighter knows by another name. */
const names: Readonly<Record<string, string>> = {
  console: 'plaintext',
  'shell-session': 'plaintext',
  terminal: 'bash',
};
/** Longer ones are data, and colours would make the browser slow. */
const longest = 20_000;

/** Code as elements with highlight.js's classes; as it is, where nobody knows its language. */
export function highlighted(code: string, lang: string | null): ElementContent[] {
  const name = names[lang?.toLowerCase() ?? ''] ?? lang?.toLowerCase() ?? '';
  if (!lowlight.registered(name) || code.length > longest) return [{ type: 'text', value: code }];
  return lowlight.highlight(name, code).children as ElementContent[];
}

/** Code as HTML. */
export function highlightedHtml(code: string, lang: string | null): string {
  return toHtml({ type: 'root', children: highlighted(code, lang) });
}
