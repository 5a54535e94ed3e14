// Keeps each work under its function, and a function may be run twice.
// Fails: counts work as inside while it is being called, and each call of run
// Says: It fulfilled with 1 at 29 ms; expected 2.

type Work = (signal: AbortSignal) => Promise<unknown>;

export class Door {
  readonly #grace: number;
  readonly #inside = new Map<Work, AbortController>();
  #closed: Promise<number> | undefined;
  #onEmpty = () => {};

  constructor(grace: number) {
    if (!(grace >= 0)) throw new RangeError(`No grace of ${grace} ms`);
    this.#grace = grace;
  }

  async run<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    if (this.#closed) throw new Error('the door is closed');
    const controller = new AbortController();
    this.#inside.set(work, controller);
    try {
      return await work(controller.signal);
    } finally {
      this.#inside.delete(work);
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
      for (const one of this.#inside.values()) one.abort();
    };
    const timer = this.#grace < Infinity ? setTimeout(insist, this.#grace) : undefined;
    await new Promise<void>((resolve) => {
      this.#onEmpty = resolve;
    });
    clearTimeout(timer);
    return told;
  }
}
