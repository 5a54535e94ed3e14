import type { Played, Row } from '../played.ts';

/** A row with its place below those that called it. */
export interface Placed {
  readonly row: Row;
  readonly place: number;
  readonly depth: number;
}

/** The rows as a tree: each below its caller, in the order in which they were called. */
export function asTree({ rows }: Played): Placed[] {
  const below = (parent: number | undefined, depth: number): Placed[] =>
    rows.flatMap((row, place) =>
      row.parent === parent ? [{ row, place, depth }, ...below(place, depth + 1)] : [],
    );
  return below(undefined, 0);
}

/** The time at the right edge. */
export function totalOf({ rows, lines, timers, end }: Played): number {
  const ends = rows.flatMap((row) => [
    row.start,
    row.end ?? 0,
    ...row.pauses.map(({ to }) => to ?? 0),
  ]);
  const fired = timers.flatMap((timer) => timer.fired.map(([, to]) => to));
  return Math.max(0, ...ends, ...fired, ...lines.map(({ at }) => at), end.exitAt ?? 0);
}
