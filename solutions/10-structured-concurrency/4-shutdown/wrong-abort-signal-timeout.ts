// Follows AbortSignal.timeout, which nobody can clear, and which keeps no program running.
// Fails: closes as soon as all work inside has ended, and tells none of it to stop
// Fails: tells all that is inside to stop when the grace is over, and waits for its end
// Says: All ended within the grace, so no signal is aborted, then or later.

export class Door {
  readonly #grace: number;
  readonly #controller = new AbortController();
  #inside = 0;
  #onEmpty = () => {};
  #closed: Promise<number> | undefined;

  constructor(grace: number) {
    if (!(grace >= 0)) throw new RangeError('no such grace');
    this.#grace = grace;
  }

  async run<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    if (this.#closed) throw new Error('the door is closed');
    this.#inside++;
    try {
      return await work(this.#controller.signal);
    } finally {
      this.#inside--;
      if (this.#inside === 0) this.#onEmpty();
    }
  }

  close(): Promise<number> {
    this.#closed ??= new Promise((resolve) => {
      let told = 0;
      this.#onEmpty = () => resolve(told);
      if (this.#inside === 0) return this.#onEmpty();
      if (this.#grace === Infinity) return;
      const grace = AbortSignal.timeout(this.#grace);
      grace.addEventListener('abort', () => {
        told = this.#inside;
        this.#controller.abort(grace.reason);
      });
    });
    return this.#closed;
  }
}
