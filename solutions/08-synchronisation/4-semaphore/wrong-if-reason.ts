// Assumes that a reason is never falsy, and makes an error of its own if it is.
// Fails: rejects with the reason of the signal when it is aborted while the call waits
// Says: Or does it test the reason itself
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
          reject(signal?.reason || new Error('aborted'));
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
