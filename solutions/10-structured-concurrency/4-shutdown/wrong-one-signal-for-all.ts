// All doors have one controller.
// Fails: closes as soon as all work inside has ended, and tells none of it to stop
// Fails: tells all that is inside to stop when the grace is over, and waits for its end
// Fails: fulfils with the number of works that were told to stop
// Fails: closes once, however often close is called
// Fails: takes each time from 0 to Infinity for a grace, and no other
// Fails: has nothing to do with another door
// Says: The grace begins with the call of 'close'.
const all = new AbortController();

export class Door {
  readonly #grace: number;
  readonly #inside = new Set<object>();
  #closed: Promise<number> | undefined;
  #onEmpty = () => {};

  constructor(grace: number) {
    if (!(grace >= 0)) throw new RangeError(`No grace of ${grace} ms`);
    this.#grace = grace;
  }

  async run<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    if (this.#closed) throw new Error('the door is closed');
    const own = {};
    this.#inside.add(own);
    try {
      return await work(all.signal);
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
      all.abort();
    };
    const timer = this.#grace < Infinity ? setTimeout(insist, this.#grace) : undefined;
    await new Promise<void>((resolve) => {
      this.#onEmpty = resolve;
    });
    clearTimeout(timer);
    return told;
  }
}
