import type { Canon } from './canon.ts';

/** A rule below a heading is as long as the widest cell. */
export const rule: Canon = {
  name: 'spacing',
  read: (line) => (/^[-─=+]{4,}$/.test(line) ? line.replace(/[-─=]+/g, '----') : line),
  examples: `
    -----+------ ≈ --------+----
    -----+------ ≠ -----------
  `,
};

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

export const progressBar: Canon = {
  name: 'progress-bar',
  read: (line) => line.replace(/\s*\[=+>?\s*\]$/, ''),
  examples: `
    verify: Service web converged [=====>  ] ≈ verify: Service web converged
    1/2: running [=====>  ] ≠ 2/2: running
  `,
};
