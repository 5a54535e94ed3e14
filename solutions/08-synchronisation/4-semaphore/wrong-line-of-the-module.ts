// Keeps the line in the module: all semaphores have one.
// Fails: has permits of its own, and all of them again when all have released or left
// Says: own permits and its own line
interface Place {
  enter(): void;
  leave(): void;
}

let waiting: Place[] = [];

export class Semaphore {
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
          waiting = waiting.filter((other) => other !== place);
          reject(signal?.reason);
        },
      };
      waiting.push(place);
      signal?.addEventListener('abort', place.leave);
    });
  }

  #release() {
    const next = waiting.shift();
    if (next) next.enter();
    else this.#free++;
  }
}
