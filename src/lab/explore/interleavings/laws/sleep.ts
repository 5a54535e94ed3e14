/** The law that who waits sleeps, and the law that there is nothing to wait for. */
import type { Interleavings } from '../interleave.ts';
import { fewestSwitches } from '../states/paths.ts';
import type { State } from '../states/state.ts';
import type { Wrong } from '../tell.ts';
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
      possible:
        because ??
        'A thread that asks uses a core of its own. Atomics.wait lets it sleep until another thread calls notify.',
      ...shown(run, way),
    }
  );
}

const isAsleep = ({ sleepers }: State) => sleepers.length > 0;

/** All threads come to their end, and none sleeps on its way: not for a limited time either. */
export function toStayAwake(run: Interleavings, because?: string): Wrong | undefined {
  const breach = toEnd(run, because);
  if (breach) return breach;
  const way = fewestSwitches(run, isAsleep);
  const [sleeper] = way?.last.sleepers ?? [];
  return (
    way &&
    sleeper && {
      fact: `${sayWhen(way)}, ${run.threads[sleeper.thread]} sleeps in a wait for ${run.cells[sleeper.cell]}; expected: no thread sleeps. ${sayHowMany(run, isAsleep)}`,
      possible: because,
      ...shown(run, way),
    }
  );
}
