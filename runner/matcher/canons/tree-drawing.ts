import type { Canon } from './canon.ts';

/** `tree` and npm draw branches with the characters that the locale has. */
export const treeDrawing: Canon = {
  name: 'tree-drawing',
  read: (line) =>
    /[├└│]|^[|\s]*[|`]--/.test(line)
      ? line
          .replace(/\u00a0/g, ' ')
          .replace(/├──|├─┬/g, '|--')
          .replace(/└──|└─┬/g, '`--')
          .replace(/│/g, '|')
      : line,
  examples: `
    ├── app.py ≈ |-- app.py
    ├── app.py ≠ |-- web.py
    ├── app.py ≠ \`-- app.py
  `,
};
