/** The same rows as the lab's own pictures have, to be drawn as SVG and for Perfetto. */
import type { Bar, Picture } from '../../../lab/picture/picture.ts';
import type { Played, Row, TimerSeen } from '../played.ts';
import { asTree, shownTimers, totalOf } from './order.ts';

/** @param indent stands before a name for each call between it and the program */
export function asPicture(played: Played, indent: string): Picture {
  const total = totalOf(played);
  const timers = shownTimers(played);
  const rows = asTree(played).flatMap(({ row, place, depth }) => [
    { label: indent.repeat(depth) + row.label, bars: barsOf(row, total) },
    ...timers
      .filter(({ by }) => by === place)
      .map((timer) => ({
        label: indent.repeat(depth + 1) + timer.name,
        bars: timerBars(timer, total),
      })),
  ]);
  return { total, rows, notes: played.lines.map(({ at, text }) => ({ at, text })) };
}

/** Where it does not wait, it runs, and what takes time then is computed. */
function barsOf({ start, end, ending, pauses }: Row, total: number): Bar[] {
  const bars: Bar[] = [];
  let at = start;
  const put = (kind: Bar['kind'], to: number) => {
    if (to > at) bars.push({ kind, from: at, to, ending: 'done', abortedAt: null, lateFrom: null });
    at = to;
  };
  for (const { kind, from, to } of pauses) {
    put('burn', from);
    if (kind === 'yield') at = to ?? total;
    else put(kind === 'work' ? 'wait' : 'call', to ?? total);
  }
  put('burn', end ?? at);
  const last = bars.at(-1);
  if (last) bars[bars.length - 1] = { ...last, ending };
  else bars.push({ kind: 'call', from: start, to: at, ending, abortedAt: null, lateFrom: null });
  return bars;
}

function timerBars({ from, fired, late, clearedAt, kind }: TimerSeen, total: number): Bar[] {
  const isOver = clearedAt !== null || (kind !== 'interval' && fired.length > 0);
  const to = clearedAt ?? (isOver ? (fired.at(-1)?.[0] ?? total) : total);
  const ending = clearedAt !== null ? 'aborted' : isOver ? 'done' : 'running';
  const lateFrom = kind === 'interval' ? null : (late[0]?.[0] ?? null);
  return [{ kind: 'wait', from, to, ending, abortedAt: null, lateFrom }];
}
