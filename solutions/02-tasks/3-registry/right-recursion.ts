// idle() races the running work, and calls itself again until nothing is running.
type Io<T> = () => Promise<T>;

export class Registry {
  readonly #running = new Map<symbol, string>();
  readonly #promises = new Set<Promise<unknown>>();

  spawn(name: string, f: Io<void>): void {
    const key = Symbol(name);
    this.#running.set(key, name);
    const promise = f()
      .catch(() => {})
      .finally(() => {
        this.#running.delete(key);
        this.#promises.delete(promise);
      });
    this.#promises.add(promise);
  }

  running(): string[] {
    return [...this.#running.values()];
  }

  idle(): Promise<void> {
    if (this.#promises.size === 0) return Promise.resolve();
    return Promise.race(this.#promises).then(() => this.idle());
  }
}
