// Takes a call out of the line after a second, for fear that no permit comes.
// Fails: sets no timer
// Says: needs a timer
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
          clearTimeout(timer);
          resolve();
        },
        leave: () => {
          this.#waiting = this.#waiting.filter((other) => other !== place);
          clearTimeout(timer);
          reject(signal?.reason);
        },
      };
      this.#waiting.push(place);
      const timer = setTimeout(place.leave, 1000);
      signal?.addEventListener('abort', place.leave);
    });
  }

  #release() {
    const next = this.#waiting.shift();
    if (next) next.enter();
    else this.#free++;
  }
}
