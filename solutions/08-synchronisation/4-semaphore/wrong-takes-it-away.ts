// Assumes that a holder whose signal is aborted has stopped. (Its work is still running.)
// Fails: keeps the permit of a call when its signal is aborted after it has got that
// Fails: lets no call in that has left, and hands the permit to the first that still waits
// Fails: leaves no listener on the signal when it has fulfilled
// Fails: has a permit or a place for each call, also for the same signal
// Fails: has permits of its own, and all of them again when all have released or left
// Says: the call works on with its permit
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
    const release = () => {
      signal?.removeEventListener('abort', release);
      if (!isHeld) return;
      isHeld = false;
      this.#release();
    };
    signal?.addEventListener('abort', release);
    return release;
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
