// Assumes that only one call can have left: it skips that one, and gives the permit to the next.
// Fails: lets no call in that has left, and hands the permit to the first that still waits
// Fails: has a permit or a place for each call, also for the same signal
// Says: goes to the first call that still waits
interface Place {
  hasLeft?: boolean;
  enter(): void;
  leave(): void;
}

export class Semaphore {
  readonly #waiting: Place[] = [];
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
          place.hasLeft = true;
          reject(signal?.reason);
        },
      };
      this.#waiting.push(place);
      signal?.addEventListener('abort', place.leave);
    });
  }

  #release() {
    let next = this.#waiting.shift();
    if (next?.hasLeft) next = this.#waiting.shift();
    if (next) next.enter();
    else this.#free++;
  }
}
