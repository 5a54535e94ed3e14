/**
 * Lets work in until it is closed. What is inside by then may end, and after `grace` ms it is told to stop.
 *
 * - `run` calls `work` once, in the call, with a signal. Its promise settles as soon as that of the work does, and in the
 *   same way: with the very value, or the very reason. When the call of `work` throws, it rejects with that.
 * - From the call of `close` on, also when that has fulfilled, `run` calls nothing. It rejects with an Error with the
 *   message `the door is closed`.
 * - `close` fulfils as soon as all work inside has settled: immediately, if there is none. If that is within `grace` ms, it
 *   fulfils with 0, and no signal is aborted, then or later.
 * - `grace` ms after the call of `close`, aborts the signals of all work that is still inside. Then `close` goes on waiting
 *   until all of that has settled, also if it takes no notice.
 * - Then it fulfils with the number of jobs that were told to stop.
 * - Work is inside from the moment in which it is called. Its call may close the door, or run more work. Each call of `run`
 *   counts for itself, also with the same function, or with work that returns the same promise.
 * - A failure of work is for the caller of its `run` alone. `close` never rejects, and waits for the others.
 * - The first call of `close` decides. Further calls fulfil when it does, with the same number, and start no new grace.
 * - A `grace` of Infinity is never over. If it is negative or NaN, the constructor throws a RangeError.
 * - Each `Door` has its own work, grace and end.
 * - No timer is left when `close` fulfils, and none fires but for the end of the grace. (`setImmediate` counts as one.)
 */
export class Door {
  readonly #grace: number;
  /** A controller for each call of `run` whose work has not settled. */
  readonly #inside = new Set<AbortController>();
  #closed: Promise<number> | undefined;
  #onEmpty = () => {};

  constructor(grace: number) {
    if (!(grace >= 0)) throw new RangeError(`No grace of ${grace} ms`);
    this.#grace = grace;
  }

  async run<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    if (this.#closed) throw new Error('the door is closed');
    const own = new AbortController();
    // Before the call: it may close the door.
    this.#inside.add(own);
    try {
      return await work(own.signal);
    } finally {
      this.#inside.delete(own);
      if (this.#inside.size === 0) this.#onEmpty();
    }
  }

  async close(): Promise<number> {
    this.#closed ??= this.#letThemEnd();
    return this.#closed;
  }

  async #letThemEnd(): Promise<number> {
    if (this.#inside.size === 0) return 0;
    let told = 0;
    const insist = () => {
      told = this.#inside.size;
      for (const one of this.#inside) one.abort();
    };
    const timer = this.#grace < Infinity ? setTimeout(insist, this.#grace) : undefined;
    await new Promise<void>((resolve) => {
      this.#onEmpty = resolve;
    });
    clearTimeout(timer);
    return told;
  }
}
