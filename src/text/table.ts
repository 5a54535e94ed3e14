import { breakLine, columnsOf, pad } from './layout.ts';
import type { Style } from './style.ts';

const GAP = '  ';
/** A column in which words would stand one below the other is no column. */
const NARROWEST = 14;

/** Columns beside each other, with a line under their heads; what is too wide is broken in its cell. */
export function renderTable(rows: readonly string[][], style: Style, width: number): string {
  const widths = fitWidths(rows, width);
  if (totalOf(widths) > width) return renderList(rows, width);
  const [head = '', ...body] = rows.map((cells) => drawRow(cells, widths));
  const line = widths.map((columns) => style.empty.repeat(columns)).join(GAP);
  // Where its first cell has several lines, it is not seen where a row ends.
  const isTall = rows.some(([first = '']) => columnsOf(first) > (widths[0] ?? 0));
  return [head, style.dim(line), body.join(isTall ? '\n\n' : '\n')].join('\n');
}

/** Each row below the other, its cells under their heads, for where words have no room side by side. */
function renderList([heads = [], ...rows]: readonly string[][], width: number): string {
  return rows
    .map((cells) =>
      cells.map((cell, i) => breakLine(`${heads[i] ?? ''}: ${cell}`, width, GAP)).join('\n'),
    )
    .join('\n\n');
}

function drawRow(cells: readonly string[], widths: readonly number[]): string {
  const columns = widths.map((width, i) => breakLine(cells[i] ?? '', width).split('\n'));
  const height = Math.max(...columns.map(({ length }) => length));
  return Array.from({ length: height }, (_, y) =>
    columns
      .map((lines, i) => pad(lines[y] ?? '', widths[i] as number))
      .join(GAP)
      .trimEnd(),
  ).join('\n');
}

/** As wide as the widest cell; the widest column gives way, but never breaks a word. */
function fitWidths(rows: readonly string[][], width: number): number[] {
  const columns = Array.from({ length: Math.max(...rows.map(({ length }) => length)) }, (_, i) =>
    rows.map((cells) => cells[i] ?? ''),
  );
  const widest = (texts: string[]) => Math.max(...texts.map(columnsOf));
  const widths = columns.map(widest);
  const least = columns.map((cells, i) =>
    Math.max(
      widest(cells.flatMap((cell) => cell.split(' '))),
      Math.min(NARROWEST, widths[i] as number),
    ),
  );
  while (totalOf(widths) > width) {
    const room = widths.map((columns, i) => (columns > (least[i] as number) ? columns : 0));
    const i = room.indexOf(Math.max(...room));
    if (room[i] === 0) break;
    (widths[i] as number)--;
  }
  return widths;
}

function totalOf(widths: readonly number[]): number {
  return widths.reduce((sum, columns) => sum + columns + GAP.length, -GAP.length);
}
