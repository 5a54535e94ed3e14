// Assumes that `indexOf` finds its place. (After the grant it is -1, and `splice(-1, 1)` takes out the last call.)
// Fails: keeps the permit of a call when its signal is aborted after it has got that
// Fails: lets no call in that has left, and hands the permit to the first that still waits
// Fails: loses no permit when one is released and a signal is aborted in the same ms
// Fails: leaves no listener on the signal when it has fulfilled
// Fails: has a permit or a place for each call, also for the same signal
// Says: those that wait keep their places
interface Place {
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
        enter: resolve,
        leave: () => {
          this.#waiting.splice(this.#waiting.indexOf(place), 1);
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
