// A number for each call, and an event for each number: it is its turn when the one before was started.
type Io<T> = () => Promise<T>;

import { EventEmitter, once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
export function rate(n: number, ms: number) {
  check(n, ms);
  const events = new EventEmitter().setMaxListeners(0);
  const times: number[] = [];
  let made = 0;
  let turn = 0;
  return async <T>(f: Io<T>): Promise<T> => {
    const mine = made++;
    if (mine !== turn) await once(events, String(mine));
    if (times.length >= n) {
      let left = (times[times.length - n] as number) + ms - performance.now();
      while (left > 0) {
        await sleep(left);
        left = (times[times.length - n] as number) + ms - performance.now();
      }
    }
    times.push(performance.now());
    const work = (async () => f())();
    turn++;
    events.emit(String(turn));
    return work;
  };
}
function check(n: number, ms: number): void {
  if (!(Number.isInteger(n) || n === Infinity) || n < 1)
    throw new RangeError('n: a whole number, or Infinity');
  if (!(ms >= 1 && ms < Infinity)) throw new RangeError('ms: at least 1, and finite');
}
