/** The law that who waits sleeps. */
import type { Interleavings } from '../interleave.ts';
import { fewestSwitches } from '../states/paths.ts';
import type { State } from '../states/state.ts';
import type { Wrong } from '../tell.ts';
import { shown } from '../words.ts';
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
