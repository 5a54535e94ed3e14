// Keeps the program running with an interval that nobody clears.
// Fails: leaves no timer, and needs none but that of the grace
// Says: Await a timer that you still need, and clear one that you do not need.

export class Door {
  readonly #grace: number;
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
    this.#inside.add(own);
    try {
      return await work(own.signal);
    } finally {
      this.#inside.delete(own);
      if (this.#inside.size === 0) this.#onEmpty();
    }
  }

  close(): Promise<number> {
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
    const timer =
      this.#grace < Infinity ? setTimeout(insist, this.#grace) : setInterval(() => {}, 2 ** 30);
    await new Promise<void>((resolve) => {
      this.#onEmpty = resolve;
    });
    if (this.#grace < Infinity) clearTimeout(timer);
    return told;
  }
}
