// Counts a permit as free when a call leaves the line. (It had none.)
// Fails: lets no call in that has left, and hands the permit to the first that still waits
// Fails: loses no permit when one is released and a signal is aborted in the same ms
// Fails: has a permit or a place for each call, also for the same signal
// Fails: has permits of its own, and all of them again when all have released or left
// Says: A call that has left waits no longer
interface Place {
  enter(): void;
  leave(): void;
}

export class Semaphore {
  #waiting: Place[] = [];
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
    if (signal?.aborted) throw signal.reason;
    if (this.#free > 0) this.#free--;
    else await this.#wait(signal);
    let isHeld = true;
    return () => {
      if (!isHeld) return;
      isHeld = false;
      this.#release();
    };
  }

  #wait(signal?: AbortSignal) {
    return new Promise<void>((resolve, reject) => {
      const place: Place = {
        enter: () => {
          signal?.removeEventListener('abort', place.leave);
          resolve();
        },
        leave: () => {
          this.#waiting = this.#waiting.filter((other) => other !== place);
          this.#free++;
          reject(signal?.reason);
        },
      };
      this.#waiting.push(place);
      signal?.addEventListener('abort', place.leave);
    });
  }

  #release() {
    const next = this.#waiting.shift();
    if (next) next.enter();
    else this.#free++;
  }
}
