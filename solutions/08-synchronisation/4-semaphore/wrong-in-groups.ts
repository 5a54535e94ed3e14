// Lets n calls in when all n before them have released.
// Fails: acquire fulfils with a function that releases the permit, as soon as one is free
// Fails: lets no call overtake one that waits, in whatever microtask it comes
// Fails: lets no call in that has left, and hands the permit to the first that still waits
// Fails: loses no permit when one is released and a signal is aborted in the same ms
// Fails: rejects immediately when the signal was aborted before, and takes no permit
// Fails: tells in free how many permits no call has
// Fails: has permits of its own, and all of them again when all have released or left
// Says: Did one wait for the other
interface Place {
  enter(): void;
  leave(): void;
}

export class Semaphore {
  #waiting: Place[] = [];
  #free: number;
  readonly #n: number;

  constructor(n: number) {
    if (n !== Infinity && !(Number.isInteger(n) && n >= 1))
      throw new RangeError(`no permits: ${n}`);
    this.#free = n;
    this.#n = n;
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
          reject(signal?.reason);
        },
      };
      this.#waiting.push(place);
      signal?.addEventListener('abort', place.leave);
    });
  }

  #release() {
    this.#free++;
    if (this.#free < this.#n) return;
    for (const next of this.#waiting.splice(0, this.#n)) {
      this.#free--;
      next.enter();
    }
  }
}
