import { padTo, widthOf } from '../core/width.ts';
import { type Format, inMargin, type Surface, wrap } from './wrap.ts';

/** On a narrower terminal, and where no boxes are drawn, a table is told row by row. */
const narrow = 60;
/** Cells are broken into lines of so many columns at least. */
const narrowest = 14;

/**
 * A table as a box where it fits, else row by row, as `label: value`.
 *
 * @param rows the first one holds the labels
 */
export function tableLines(rows: readonly (readonly string[])[], margin: string, surface: Surface): readonly string[] {
  const [head = [], ...body] = rows;
  const widths = head.map((_, at) => Math.max(...rows.map((row) => widthOf(row[at] ?? ''))));
  const whole = widths.reduce((sum, width) => sum + width + 3, 1) + widthOf(margin);
  const fitted =
    surface.plain || surface.columns < narrow ? null : fitting(widths, surface.columns - (whole - sumOf(widths)));
  return fitted === null ? rowByRow(head, body, margin, surface) : box(head, body, fitted, margin, surface);
}

/** The widths with the widest ones made narrower until all fit; null where a column would be too narrow to read. */
function fitting(widths: readonly number[], room: number): readonly number[] | null {
  const fitted = [...widths];
  while (sumOf(fitted) > room) {
    const widest = fitted.indexOf(Math.max(...fitted));
    if ((fitted[widest] ?? 0) <= narrowest) return null;
    fitted[widest] = (fitted[widest] ?? 0) - 1;
  }
  return fitted;
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0);
}

function box(
  head: readonly string[],
  body: readonly (readonly string[])[],
  widths: readonly number[],
  margin: string,
  { paint }: Surface,
): readonly string[] {
  const rule = (left: string, middle: string, right: string) =>
    paint('dim', `${margin}${left}${widths.map((width) => '─'.repeat(width + 2)).join(middle)}${right}`);
  const bar = paint('dim', '│');
  const row = (cells: readonly string[], format: Format | null) => {
    const broken = widths.map((width, at) => wrap([{ text: cells[at] ?? '', format: null }], width, paint));
    const height = Math.max(1, ...broken.map(({ length }) => length));
    return Array.from({ length: height }, (_, line) => {
      const padded = widths.map((width, at) => ` ${padTo(broken[at]?.[line] ?? '', width)} `);
      return `${margin}${bar}${padded.map((cell) => (format === null ? cell : paint(format, cell))).join(bar)}${bar}`;
    });
  };
  return [
    rule('┌', '┬', '┐'),
    ...row(head, 'bold'),
    rule('├', '┼', '┤'),
    ...body.flatMap((cells) => row(cells, null)),
    rule('└', '┴', '┘'),
  ];
}

function rowByRow(
  head: readonly string[],
  body: readonly (readonly string[])[],
  margin: string,
  surface: Surface,
): readonly string[] {
  return body.flatMap((cells, row) => [
    ...(row > 0 ? [''] : []),
    ...cells.flatMap((cell, at) => {
      const label = { text: `${head[at] ?? ''}: `, format: 'bold' } as const;
      return inMargin([label, { text: cell, format: null }], { first: margin, rest: `${margin}  ` }, surface);
    }),
  ]);
}
