// Looks every millisecond whether there is room.
// Fails: calls each f once, as soon as fewer than n are in flight, in the order of the calls
// Fails: sets no timer
// Fails: frees the place of work that rejects, and of an f that throws, and goes on with the others
// Fails: lets no call overtake one that waits, in whatever microtask it comes
// Fails: has a place and a result for each call, also for the same f or promise, and inside of an f
// Fails: has its own places in each function, and all of them again when all work has ended
// Says: A timer fired at 52 ms, which was set at 51 ms.
import { setTimeout as sleep } from 'node:timers/promises';

export function limit(n: number): <T>(f: () => Promise<T>) => Promise<T> {
  if (n !== Infinity && !(Number.isInteger(n) && n > 0)) throw new RangeError('no such limit');

  const line: object[] = [];
  let inFlight = 0;
  return async (f) => {
    const me = {};
    line.push(me);
    while (inFlight >= n || line[0] !== me) await sleep(1);
    line.shift();
    inFlight++;
    try {
      return await f();
    } finally {
      inFlight--;
    }
  };
}
