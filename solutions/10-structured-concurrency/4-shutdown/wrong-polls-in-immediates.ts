// Looks again and again whether all has ended.
// Fails: calls the work in the call, with a signal, and settles as the work does
// Fails: lets nothing in from the call of close on
// Fails: closes as soon as all work inside has ended, and tells none of it to stop
// Fails: tells all that is inside to stop when the grace is over, and waits for its end
// Fails: fulfils with the number of works that were told to stop
// Fails: counts work as inside while it is being called, and each call of run
// Fails: goes on waiting when work fails, and never rejects
// Fails: closes once, however often close is called
// Fails: takes each time from 0 to Infinity for a grace, and no other
// Fails: has nothing to do with another door
// Fails: leaves no timer, and needs none but that of the grace
// Says: The clock does not move while an immediate is queued.

export class Door {
  readonly #grace: number;
  readonly #inside = new Set<AbortController>();
  #closed: Promise<number> | undefined;

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
    while (this.#inside.size > 0) await new Promise((resolve) => setImmediate(resolve));
    clearTimeout(timer);
    return told;
  }
}
