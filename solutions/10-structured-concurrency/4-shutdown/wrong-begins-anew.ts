// Each call of close starts a grace of its own.
// Fails: closes once, however often close is called
// Says: The first call of 'close' decides.

export class Door {
  readonly #grace: number;
  readonly #inside = new Set<AbortController>();
  #timer: NodeJS.Timeout | undefined;
  #told = 0;
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
    clearTimeout(this.#timer);
    this.#closed = this.#letThemEnd();
    return this.#closed;
  }

  async #letThemEnd(): Promise<number> {
    if (this.#inside.size === 0) return this.#told;
    const insist = () => {
      this.#told = this.#inside.size;
      for (const one of this.#inside) one.abort();
    };
    this.#timer = this.#grace < Infinity ? setTimeout(insist, this.#grace) : undefined;
    await new Promise<void>((resolve) => {
      const before = this.#onEmpty;
      this.#onEmpty = () => {
        before();
        resolve();
      };
    });
    clearTimeout(this.#timer);
    return this.#told;
  }
}
