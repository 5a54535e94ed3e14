/** The law that who waits sleeps, and the law that there is nothing to wait for. */
import type { Interleavings } from '../interleave.ts';
import { fewestSwitches, type Way } from '../states/paths.ts';
import type { State } from '../states/state.ts';
import type { Wrong } from '../tell.ts';
import { LONGEST_ROUND } from '../threads/spin.ts';
import { sayWhen, shown } from '../words.ts';
import { sayAsking, toEnd } from './ending.ts';
import { sayHowMany } from './how-many.ts';

const isAsking = ({ asking }: State) => asking.length > 0;

/**
 * All threads come to their end, and who waits for another one sleeps: it does not ask again while nothing changes. To ask
 * a limited number of times first is no breach.
 */
export function toSleep(run: Interleavings, because?: string): Wrong | undefined {
  const breach = toEnd(run, because);
  if (breach) return breach;
  const way = fewestSwitches(run, isAsking);
  return (
    way && {
      fact: `${sayAsking(run, way)} while nothing changes; expected: it sleeps. ${sayHowMany(run, isAsking)}`,
      possible: because ?? (isLimited(way) ? LIMIT : CORE),
      ...shown(run, way),
    }
  );
}

const CORE =
  'A thread that asks uses a core of its own. Atomics.wait lets it sleep until another thread calls notify.';

const LIMIT =
  'With a time limit, a wait ends although nothing has changed. Without one, the thread sleeps until another thread calls notify.';

/** A `wait` whose time is over is part of what one of them asks. */
const isLimited = ({ steps, last }: Way) =>
  last.asking.some((thread) =>
    steps
      .filter((step) => step.thread === thread)
      .slice(-LONGEST_ROUND)
      .some(({ result }) => result === 'timed-out'),
  );

/** Asleep, or about to ask again what it has asked before, with nothing changed. */
const isWaiting = ({ sleepers, blocked, steps }: State) =>
  sleepers.length > 0 || blocked.length > 0 || steps.some(({ rounds }) => rounds !== undefined);

/**
 * All threads come to their end, and none waits on its way: it does not sleep, not for a limited time either, and does not
 * ask a limited number of times while nothing changes.
 */
export function toWaitForNothing(run: Interleavings, because?: string): Wrong | undefined {
  const breach = toEnd(run, because);
  if (breach) return breach;
  const way = fewestSwitches(run, isWaiting);
  return (
    way && {
      fact: `${sayWhen(way)}, ${sayWaiting(run, way)}; expected: no thread waits. ${sayHowMany(run, isWaiting)}`,
      possible: because,
      ...shown(run, way),
    }
  );
}

function sayWaiting({ threads, cells }: Interleavings, { last }: Way): string {
  const [sleeper] = last.sleepers;
  if (sleeper) return `${threads[sleeper.thread]} sleeps in a wait for ${cells[sleeper.cell]}`;
  const [blocked] = last.blocked;
  if (blocked) return `${threads[blocked.thread]} waits for ${cells[blocked.cell]}`;
  const asking = last.steps.find(({ rounds }) => rounds !== undefined);
  return `${threads[asking?.thread ?? 0]} goes on to ask what it has asked before, and nothing changes`;
}
