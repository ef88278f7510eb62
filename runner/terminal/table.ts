import { padTo, widthOf } from '../core/width.ts';
import { type Format, inMargin, type Surface } from './wrap.ts';

/** On a narrower terminal a table is told row by row. */
const narrow = 60;

/**
 * A table as a box where it fits, else row by row, as `label: value`.
 *
 * @param rows the first one holds the labels
 */
export function tableLines(rows: readonly (readonly string[])[], margin: string, surface: Surface): readonly string[] {
  const [head = [], ...body] = rows;
  const widths = head.map((_, at) => Math.max(...rows.map((row) => widthOf(row[at] ?? ''))));
  const whole = widths.reduce((sum, width) => sum + width + 3, 1) + widthOf(margin);
  return whole <= surface.columns && surface.columns >= narrow
    ? box(head, body, widths, margin, surface)
    : rowByRow(head, body, margin, surface);
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
  const line = (cells: readonly string[], format: Format | null) => {
    const padded = widths.map((width, at) => ` ${padTo(cells[at] ?? '', width)} `);
    return `${margin}${bar}${padded.map((cell) => (format === null ? cell : paint(format, cell))).join(bar)}${bar}`;
  };
  return [
    rule('┌', '┬', '┐'),
    line(head, 'bold'),
    rule('├', '┼', '┤'),
    ...body.map((cells) => line(cells, null)),
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
