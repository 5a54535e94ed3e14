// Each release wakes all that wait, and each of them looks whether its place is among the first ones.
export class Semaphore {
  /** The first n have a permit, and the others wait. */
  readonly #line = new Set<object>();
  readonly #n: number;
  #woken: (() => void)[] = [];

  constructor(n: number) {
    if (n !== Infinity && !(Number.isInteger(n) && n >= 1))
      throw new RangeError(`no permits: ${n}`);
    this.#n = n;
  }

  get free() {
    return Math.max(0, this.#n - this.#line.size);
  }

  async acquire(signal?: AbortSignal) {
    signal?.throwIfAborted();
    const place = {};
    this.#line.add(place);
    const leave = () => this.#leave(place);
    signal?.addEventListener('abort', leave);
    while (!this.#isIn(place)) {
      if (signal?.aborted) throw signal.reason;
      await new Promise<void>((resolve) => this.#woken.push(resolve));
    }
    signal?.removeEventListener('abort', leave);
    return () => this.#leave(place);
  }

  #isIn(place: object) {
    return this.#line.has(place) && [...this.#line].indexOf(place) < this.#n;
  }

  #leave(place: object) {
    this.#line.delete(place);
    for (const wake of this.#woken.splice(0)) wake();
  }
}
