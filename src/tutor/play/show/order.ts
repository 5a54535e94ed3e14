import type { Pause, Played, Row, TimerSeen } from '../played.ts';

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

/**
 * The timers that have rows of their own: those that run code of the program, and those whose end is drawn in
 * no other row. Where a row awaits one (`await sleep(100)`), that pause shows it.
 */
export function shownTimers({ rows, timers }: Played): TimerSeen[] {
  return timers.filter((timer) => {
    const { by, isOwn, kind, fired } = timer;
    if (isOwn || kind === 'AbortSignal.timeout') return true;
    if (by === undefined || kind === 'immediate') return false;
    const { pauses = [] } = rows[by] ?? {};
    // Of for await over setInterval of node:timers/promises.
    if (kind === 'interval') return !fired.every(([at]) => pauses.some(({ to }) => to === at));
    const isLast = timers.findLast((other) => other.by === by && other.from === timer.from);
    return isLast !== timer || !pauses.some((pause) => isShownBy(pause, timer));
  });
}

/** Of several timers that are set for one await (`Promise.race([sleep(1), sleep(2)])`), it shows none. */
const COMBINES = /^Promise\.\w+\(/;

function isShownBy({ kind, text, from, to }: Pause, timer: TimerSeen): boolean {
  if (kind === 'yield' || COMBINES.test(text)) return false;
  return from === timer.from && to === timer.fired[0]?.[0];
}

/** The time at the right edge. */
export function totalOf({ rows, lines, timers, end }: Played): number {
  const ends = rows.flatMap((row) => [
    row.start,
    row.end ?? 0,
    ...row.pauses.map(({ to }) => to ?? 0),
  ]);
  const fired = timers.flatMap((timer) => timer.fired.map(([, to]) => to));
  return Math.max(
    0,
    ...ends,
    ...fired,
    ...lines.map(({ at }) => at),
    end.exitAt ?? 0,
    end.until ?? 0,
  );
}
