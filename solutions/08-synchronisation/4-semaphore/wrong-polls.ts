// Looks every millisecond whether a permit is free.
// Fails: acquire fulfils with a function that releases the permit, as soon as one is free
// Fails: lets no call overtake one that waits, in whatever microtask it comes
// Fails: lets no call in that has left, and hands the permit to the first that still waits
// Fails: loses no permit when one is released and a signal is aborted in the same ms
// Fails: tells in free how many permits no call has
// Fails: does nothing when the function that releases a permit is called again
// Fails: has permits of its own, and all of them again when all have released or left
// Fails: sets no timer
// Says: A timer of 1 ms was set
import { setTimeout as sleep } from 'node:timers/promises';

export class Semaphore {
  readonly #line: object[] = [];
  #free: number;

  constructor(n: number) {
    if (n !== Infinity && !(Number.isInteger(n) && n >= 1))
      throw new RangeError(`no permits: ${n}`);
    this.#free = n;
  }

  get free() {
    return this.#free;
  }

  async acquire(signal?: AbortSignal) {
    signal?.throwIfAborted();
    const place = {};
    this.#line.push(place);
    while (this.#free === 0 || this.#line[0] !== place) {
      await sleep(1);
      if (signal?.aborted) {
        this.#line.splice(this.#line.indexOf(place), 1);
        throw signal.reason;
      }
    }
    this.#line.shift();
    this.#free--;
    let isHeld = true;
    return () => {
      if (isHeld) this.#free++;
      isHeld = false;
    };
  }
}
