import type { Trace } from '../trace/trace.ts';
import type { Row } from './picture.ts';

/** Rows keep their order within each block. What was never started stands with the row before it, and what the scene notes in none. */
export function nest(rows: readonly Row[], { spans, tree }: Trace): readonly Row[] {
  if (tree || spans.every(({ within }) => within === undefined)) return rows;
  const outer = new Map<string, string | undefined>();
  for (const { name, within } of spans)
    if (!outer.has(name)) outer.set(name, within === name ? undefined : within);
  for (const [i, { label, levels, ran }] of rows.entries()) {
    if (outer.has(label)) continue;
    const isNoted = levels !== undefined || ran !== undefined;
    outer.set(label, isNoted ? undefined : outer.get(rows[i - 1]?.label ?? ''));
  }
  const shown = new Set<Row>();
  const inside = (block: string | undefined, depth: number): Row[] =>
    rows.flatMap((row, i) => {
      if (outer.get(row.label) !== block || shown.has(row)) return [];
      shown.add(row);
      const isLast = rows.findLastIndex(({ label }) => label === row.label) === i;
      const below = isLast ? inside(row.label, depth + 1) : [];
      return [{ ...row, label: '  '.repeat(depth) + row.label }, ...below];
    });
  // Blocks of the same names, one in the other and the other in the one, stand in none.
  return [...inside(undefined, 0), ...rows.filter((row) => !shown.has(row))];
}
