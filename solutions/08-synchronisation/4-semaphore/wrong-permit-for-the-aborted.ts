// Looks at `signal.aborted` only when the call has to wait: a free permit goes to a call that was aborted.
// Fails: rejects immediately when the signal was aborted before, and takes no permit
// Says: a promise that fulfils stands for success
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
    if (signal?.aborted) return Promise.reject(signal.reason);
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
