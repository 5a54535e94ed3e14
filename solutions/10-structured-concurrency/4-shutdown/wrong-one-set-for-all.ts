// Keeps what is inside in the class, for all doors.
// Fails: has nothing to do with another door
// Says: Each door has its own work, grace and end.

export class Door {
  readonly #grace: number;
  static readonly inside = new Set<AbortController>();
  #closed: Promise<number> | undefined;
  #onEmpty = () => {};

  constructor(grace: number) {
    if (!(grace >= 0)) throw new RangeError(`No grace of ${grace} ms`);
    this.#grace = grace;
  }

  async run<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    if (this.#closed) throw new Error('the door is closed');
    const own = new AbortController();
    Door.inside.add(own);
    try {
      return await work(own.signal);
    } finally {
      Door.inside.delete(own);
      if (Door.inside.size === 0) this.#onEmpty();
    }
  }

  close(): Promise<number> {
    this.#closed ??= this.#letThemEnd();
    return this.#closed;
  }

  async #letThemEnd(): Promise<number> {
    if (Door.inside.size === 0) return 0;
    let told = 0;
    const insist = () => {
      told = Door.inside.size;
      for (const one of Door.inside) one.abort();
    };
    const timer = this.#grace < Infinity ? setTimeout(insist, this.#grace) : undefined;
    await new Promise<void>((resolve) => {
      this.#onEmpty = resolve;
    });
    clearTimeout(timer);
    return told;
  }
}
