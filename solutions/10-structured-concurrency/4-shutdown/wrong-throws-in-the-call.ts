// Is no async function, so a refusal and a throw of the work come out of the call.
// Fails: calls the work in the call, with a signal, and settles as the work does
// Fails: lets nothing in from the call of close on
// Fails: closes as soon as all work inside has ended, and tells none of it to stop
// Fails: counts work as inside while it is being called, and each call of run
// Fails: closes once, however often close is called
// Fails: has nothing to do with another door
// Fails: leaves no timer, and needs none but that of the grace
// Says: It threw synchronously at 0 ms

export class Door {
  readonly #grace: number;
  readonly #inside = new Set<AbortController>();
  #closed: Promise<number> | undefined;
  #onEmpty = () => {};

  constructor(grace: number) {
    if (!(grace >= 0)) throw new RangeError(`No grace of ${grace} ms`);
    this.#grace = grace;
  }

  run<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    if (this.#closed) throw new Error('the door is closed');
    const own = new AbortController();
    this.#inside.add(own);
    return work(own.signal).finally(() => {
      this.#inside.delete(own);
      if (this.#inside.size === 0) this.#onEmpty();
    });
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
    return told;
  }
}
