import type { Blockquote, Root } from 'mdast';

const kinds = ['note', 'tip', 'important', 'warning', 'caution'];
const sign = /^\[!(?<kind>\w+)\][ \t]*(?:\n|$)/;

/** GitHub's alerts, `> [!NOTE]`: the quote gets a class and its kind as a heading. */
export function markAlerts({ children }: Pick<Root, 'children'>): void {
  for (const node of children) {
    if (node.type === 'blockquote') markAlert(node);
    if ('children' in node) markAlerts(node as Pick<Root, 'children'>);
  }
}

function markAlert(quote: Blockquote): void {
  const [first] = quote.children;
  const text = first?.type === 'paragraph' ? first.children[0] : undefined;
  if (text?.type !== 'text') return;
  const kind = sign.exec(text.value)?.groups?.kind?.toLowerCase() ?? '';
  if (!kinds.includes(kind)) return;
  text.value = text.value.replace(sign, '');
  quote.data = { hName: 'div', hProperties: { className: ['alert', `alert-${kind}`] } };
  quote.children.unshift({
    type: 'paragraph',
    data: { hProperties: { className: ['alert-title'] } },
    children: [{ type: 'text', value: kind.charAt(0).toUpperCase() + kind.slice(1) }],
  });
}
