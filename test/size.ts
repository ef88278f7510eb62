/** `npm run size`: lines and regular expressions of each folder of the program. */
import process from 'node:process';
import { readSources } from './expressions.ts';

const folders = new Map<string, { files: number; lines: number; expressions: number }>();
for (const { file, lines, expressions } of readSources()) {
  const folder = file.includes('/') ? file.slice(0, file.indexOf('/')) : '.';
  for (const name of [folder, 'all']) {
    const sum = folders.get(name) ?? { files: 0, lines: 0, expressions: 0 };
    sum.files += 1;
    sum.lines += lines;
    sum.expressions += expressions.length;
    folders.set(name, sum);
  }
}

const row = (...cells: readonly (string | number)[]) =>
  cells.map((cell, index) => (index === 0 ? String(cell).padEnd(12) : String(cell).padStart(12))).join('');
const bySize = [...folders].sort(([, left], [, right]) => left.lines - right.lines);
const rows = bySize.map(([name, { files, lines, expressions }]) => row(name, files, lines, expressions));
process.stdout.write(`${[row('folder', 'files', 'lines', 'expressions'), ...rows].join('\n')}\n`);
