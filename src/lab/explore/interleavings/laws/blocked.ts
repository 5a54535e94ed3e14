/** Threads that wait for locks of the scene, and none is left that could release them. */
import type { Interleaving } from '../../../trace/interleaving.ts';
import type { Interleavings } from '../interleave.ts';
import type { Way } from '../states/paths.ts';
import type { Blocked } from '../states/state.ts';
import type { Wrong } from '../tell.ts';

export function sayBlocked(run: Interleavings, way: Way): Pick<Wrong, 'fact' | 'possible'> {
  const { blocked, sleepers } = way.last;
  const waits = blocked.map((one) => sayWaiting(run, way, one));
  const sleeps = sleepers.map(
    ({ thread, cell }) => `${run.threads[thread]} sleeps in a wait for ${run.cells[cell]}`,
  );
  return {
    fact: `Deadlock: ${[...waits, ...sleeps].join(', and ')}.`,
    possible: explainBlocked(run, way),
  };
}

function sayWaiting(
  { threads, cells }: Interleavings,
  way: Way,
  { thread, cell }: Blocked,
): string {
  const holder = holderOf(way, cell);
  const who = holder === thread ? 'it has itself' : `${threads[holder]} has`;
  return `${threads[thread]} waits for ${cells[cell]}, which ${who} since step ${takenAt(way, cell)}`;
}

function explainBlocked({ threads, cells }: Interleavings, way: Way): string | undefined {
  const { blocked, sleepers } = way.last;
  const isOver = (thread: number) =>
    [...blocked, ...sleepers].every((waiting) => waiting.thread !== thread);
  const left = blocked.filter(({ cell }) => isOver(holderOf(way, cell)));
  if (left.length > 0) {
    const facts = left.map(
      ({ cell }) =>
        `${threads[holderOf(way, cell)]} has come to its end, and has not released ${cells[cell]}.`,
    );
    return [...new Set(facts)].join(' ');
  }
  const isCircle =
    sleepers.length === 0 && blocked.every(({ thread, cell }) => holderOf(way, cell) !== thread);
  return isCircle
    ? 'Each of them has a lock, and waits for one that another of them has: a circle. In which order does each thread take its locks?'
    : undefined;
}

/** What each of them is about to do. */
export function waitingNext({ cells }: Interleavings, { last }: Way): Interleaving['next'] {
  return last.blocked.map(({ thread, cell }) => ({ thread, text: `take ${cells[cell]}: waits` }));
}

const holderOf = ({ last }: Way, cell: number) => (last.memory[cell] as number) - 1;

/** Counted from 1. */
const takenAt = ({ steps }: Way, cell: number) =>
  steps.findLastIndex(({ access, result }) => {
    const isTaking = access.kind === 'take' || access.kind === 'try';
    return isTaking && access.cell === cell && result === 1;
  }) + 1;
