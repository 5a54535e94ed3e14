// A bell per waiter: an end rings that of the first in line, which passes the place on.
import { EventEmitter, once } from 'node:events';

export function limit(n: number): <T>(f: () => Promise<T>) => Promise<T> {
  if (n !== Infinity && (!Number.isInteger(n) || n < 1)) throw new RangeError('no such limit');
  const bells: EventEmitter[] = [];
  let inFlight = 0;
  const take = async () => {
    if (inFlight < n) return void inFlight++;
    const bell = new EventEmitter();
    bells.push(bell);
    await once(bell, 'free');
  };
  return async (f) => {
    await take();
    const passOn = () => bells.shift()?.emit('free') || inFlight--;
    return (async () => f())().finally(passOn);
  };
}
