// Has a Set of the promises that the works return, and two of them may be the same.
// Fails: counts work as inside while it is being called, and each call of run
// Says: It fulfilled with 1 at 29 ms; expected 2.

export class Door {
  readonly #grace: number;
  readonly #running = new Set<Promise<unknown>>();
  readonly #controller = new AbortController();
  #calling = 0;
  #onReturn = () => {};
  #closed: Promise<number> | undefined;

  constructor(grace: number) {
    if (!(grace >= 0)) throw new RangeError('no such grace');
    this.#grace = grace;
  }

  async run<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    if (this.#closed) throw new Error('the door is closed');
    this.#calling++;
    let promise: Promise<T>;
    try {
      promise = work(this.#controller.signal);
      this.#running.add(promise);
    } finally {
      this.#calling--;
      this.#onReturn();
    }
    try {
      return await promise;
    } finally {
      this.#running.delete(promise);
    }
  }

  close(): Promise<number> {
    this.#closed ??= this.#end();
    return this.#closed;
  }

  async #end(): Promise<number> {
    let told = 0;
    const insist = () => {
      told = this.#running.size;
      this.#controller.abort();
    };
    if (this.#calling > 0) {
      await new Promise<void>((resolve) => {
        this.#onReturn = () => {
          if (this.#calling === 0) resolve();
        };
      });
    }
    const timer = this.#grace < Infinity ? setTimeout(insist, this.#grace) : undefined;
    await Promise.allSettled(this.#running);
    clearTimeout(timer);
    return told;
  }
}
