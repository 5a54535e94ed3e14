// Opens the door again when all has ended.
// Fails: lets nothing in from the call of close on
// Fails: closes once, however often close is called
// Says: It logged 'the work was called' at 127 ms; expected 'rejected: the door is closed'

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
    const timer = this.#grace < Infinity ? setTimeout(insist, this.#grace) : undefined;
    await new Promise<void>((resolve) => {
      this.#onEmpty = resolve;
    });
    clearTimeout(timer);
    this.#closed = undefined;
    return told;
  }
}
