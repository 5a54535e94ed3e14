// Wakes all that wait, and each of them looks whether it is the first in line.
type Io<T> = () => Promise<T>;

export class Lock {
  readonly #line = new Set<object>();
  #woken: (() => void)[] = [];

  get isLocked() {
    return this.#line.size > 0;
  }

  async acquire() {
    const place = {};
    this.#line.add(place);
    const isFirst = () => this.#line.values().next().value === place;
    while (!isFirst()) await new Promise<void>((resolve) => this.#woken.push(resolve));
    return () => {
      if (!this.#line.delete(place)) return;
      for (const wake of this.#woken.splice(0)) wake();
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
