// Counts the works that reject after they were told.
// Fails: fulfils with the number of works that were told to stop
// Fails: counts work as inside while it is being called, and each call of run
// Fails: closes once, however often close is called
// Fails: takes each time from 0 to Infinity for a grace, and no other
// Fails: has nothing to do with another door
// Says: It fulfilled with [ 1 ] at 90 ms; expected [ 2 ].

export class Door {
  readonly #grace: number;
  readonly #inside = new Set<AbortController>();
  #closed: Promise<number> | undefined;
  #isOver = false;
  #told = 0;
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
    } catch (error) {
      if (this.#isOver) this.#told++;
      throw error;
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
    this.#told = 0;
    const insist = () => {
      this.#isOver = true;
      for (const one of this.#inside) one.abort();
    };
    const timer = this.#grace < Infinity ? setTimeout(insist, this.#grace) : undefined;
    await new Promise<void>((resolve) => {
      this.#onEmpty = resolve;
    });
    clearTimeout(timer);
    return this.#told;
  }
}
