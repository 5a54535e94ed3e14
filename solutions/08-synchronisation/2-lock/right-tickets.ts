// A number for each call, and the number whose turn it is.
type Io<T> = () => Promise<T>;

export class Lock {
  readonly #bells = new Map<number, () => void>();
  #given = 0;
  #serving = 0;

  get isLocked() {
    return this.#serving < this.#given;
  }

  async acquire() {
    const ticket = this.#given++;
    if (ticket !== this.#serving)
      await new Promise<void>((resolve) => this.#bells.set(ticket, resolve));
    return () => {
      if (ticket !== this.#serving) return;
      this.#serving++;
      this.#bells.get(this.#serving)?.();
    };
  }

  async run<T>(f: Io<T>) {
    const release = await this.acquire();
    try {
      return await f();
    } finally {
      release();
    }
  }
}
