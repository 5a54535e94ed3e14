type Io<T> = () => Promise<T>;

/** All that was ever spawned hangs on one promise, which gets longer while somebody waits for it. */
export class Registry {
  readonly #names = new Map<number, string>();
  #count = 0;
  #all: Promise<unknown> = Promise.resolve();

  spawn(name: string, f: Io<void>): void {
    const id = this.#count++;
    this.#names.set(id, name);
    const end = () => this.#names.delete(id);
    this.#all = Promise.all([this.#all, f().then(end, end)]);
  }

  running(): string[] {
    return [...this.#names.values()];
  }

  async idle(): Promise<void> {
    let seen: Promise<unknown> | undefined;
    while (seen !== this.#all) {
      seen = this.#all;
      await seen;
    }
  }
}
