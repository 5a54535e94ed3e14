// Tells the next one to stop when the one before has stopped.
// Fails: tells all that is inside to stop when the grace is over, and waits for its end
// Says: To tell work to stop is not to end it.

export class Door {
  readonly #grace: number;
  readonly #inside = new Set<AbortController>();
  #closed: Promise<number> | undefined;
  #onEmpty = () => {};
  #onEnd = () => {};

  constructor(grace: number) {
    if (!(grace >= 0)) throw new RangeError(`No grace of ${grace} ms`);
    this.#grace = grace;
  }

  async run<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    if (this.#closed) throw new Error('the door is closed');
    const own = new AbortController();
    this.#inside.add(own);
    try {
      return await work(own.signal);
    } finally {
      this.#inside.delete(own);
      if (this.#inside.size === 0) this.#onEmpty();
      this.#onEnd();
    }
  }

  close(): Promise<number> {
    this.#closed ??= this.#letThemEnd();
    return this.#closed;
  }

  async #letThemEnd(): Promise<number> {
    if (this.#inside.size === 0) return 0;
    let told = 0;
    const tellNext = () => [...this.#inside].find((one) => !one.signal.aborted)?.abort();
    const insist = () => {
      told = this.#inside.size;
      this.#onEnd = tellNext;
      tellNext();
    };
    const timer = this.#grace < Infinity ? setTimeout(insist, this.#grace) : undefined;
    await new Promise<void>((resolve) => {
      this.#onEmpty = resolve;
    });
    clearTimeout(timer);
    return told;
  }
}
