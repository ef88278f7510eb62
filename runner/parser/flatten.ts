import type { Nodes } from 'mdast';

/** Text of a node as a reader sees it: markup removed, inline code kept in back-ticks, soft breaks as newlines. */
export function flatten(node: Nodes): string {
  switch (node.type) {
    case 'text':
      return node.value;
    case 'inlineCode':
      return `\`${node.value}\``;
    case 'html':
      return stripTags(node.value);
    case 'break':
      return '\n';
    case 'image':
    case 'imageReference':
      return node.alt ?? '';
    case 'tableCell':
      return node.children.map(flatten).join('');
    case 'tableRow':
      return node.children.map(flatten).join(' | ');
    case 'table':
    case 'list':
    case 'listItem':
    case 'blockquote':
      return node.children.map(flatten).join('\n');
    default:
      return 'children' in node ? node.children.map(flatten).join('') : '';
  }
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', nbsp: ' ' };

/** HTML without its tags and comments. */
export function stripTags(html: string): string {
  return html
    .replace(/<!--[\s\S]*?(?:-->|$)/g, ' ')
    .replace(/<\/?[a-z][^<>]*>/gi, ' ')
    .replace(/&(lt|gt|amp|quot|nbsp);/g, (whole, name: string) => entities[name] ?? whole)
    .replace(/[ \t]+/g, ' ')
    .trim();
}
