// Leaves in the finally also what was never let in.
// Fails: closes as soon as all work inside has ended, and tells none of it to stop
// Fails: closes once, however often close is called
// Fails: leaves no timer, and needs none but that of the grace
// Says: The grace begins with the call of 'close'.

export class Door {
  readonly #grace: number;
  #inside = 0;
  readonly #all: AbortController[] = [];
  #closed: Promise<number> | undefined;
  #onEmpty = () => {};

  constructor(grace: number) {
    if (!(grace >= 0)) throw new RangeError(`No grace of ${grace} ms`);
    this.#grace = grace;
  }

  async run<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const own = new AbortController();
    try {
      if (this.#closed) throw new Error('the door is closed');
      this.#inside++;
      this.#all.push(own);
      return await work(own.signal);
    } finally {
      this.#inside--;
      if (this.#inside === 0) this.#onEmpty();
    }
  }

  close(): Promise<number> {
    this.#closed ??= this.#letThemEnd();
    return this.#closed;
  }

  async #letThemEnd(): Promise<number> {
    if (this.#inside === 0) return 0;
    let told = 0;
    const insist = () => {
      told = this.#inside;
      for (const one of this.#all) one.abort();
    };
    const timer = this.#grace < Infinity ? setTimeout(insist, this.#grace) : undefined;
    await new Promise<void>((resolve) => {
      this.#onEmpty = resolve;
    });
    clearTimeout(timer);
    return told;
  }
}
