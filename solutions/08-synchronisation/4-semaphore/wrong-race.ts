// Assumes that a race takes the loser out of the line. (It only stops waiting for it.)
// Fails: lets no call in that has left, and hands the permit to the first that still waits
// Fails: loses no permit when one is released and a signal is aborted in the same ms
// Fails: has a permit or a place for each call, also for the same signal
// Fails: has permits of its own, and all of them again when all have released or left
// Fails: sets no timer
// Says: take it out of the line
export class Semaphore {
  readonly #line: (() => void)[] = [];
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
    if (this.#free > 0) this.#free--;
    else await this.#turnOrAbort(signal);
    let held = 1;
    return () => {
      if (held-- === 1) this.#pass();
    };
  }

  async #turnOrAbort(signal?: AbortSignal) {
    const turn = new Promise<void>((resolve) => this.#line.push(resolve));
    if (!signal) return turn;
    let leave = () => {};
    const left = new Promise<never>((_, reject) => {
      leave = () => reject(signal.reason);
      signal.addEventListener('abort', leave);
    });
    return Promise.race([turn, left]).finally(() => signal.removeEventListener('abort', leave));
  }

  #pass() {
    const next = this.#line.shift();
    if (next) next();
    else this.#free++;
  }
}
