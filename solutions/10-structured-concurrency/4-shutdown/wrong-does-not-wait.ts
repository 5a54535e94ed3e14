// When the grace is over, it tells them and returns.
// Fails: tells all that is inside to stop when the grace is over, and waits for its end
// Fails: counts work as inside while it is being called, and each call of run
// Fails: closes once, however often close is called
// Fails: takes each time from 0 to Infinity for a grace, and no other
// Fails: leaves no timer, and needs none but that of the grace
// Says: To tell work to stop is not to end it.

export class Door {
  readonly #grace: number;
  readonly #inside = new Set<AbortController>();
  #closed: Promise<number> | undefined;
  #onEmpty = () => {};
  #onOver = () => {};

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
      this.#onOver();
    };
    const timer = this.#grace < Infinity ? setTimeout(insist, this.#grace) : undefined;
    await new Promise<void>((resolve) => {
      this.#onEmpty = resolve;
      this.#onOver = resolve;
    });
    clearTimeout(timer);
    return told;
  }
}
