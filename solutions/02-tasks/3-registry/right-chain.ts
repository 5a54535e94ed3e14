// All that was ever spawned hangs on one promise, which gets longer while somebody waits for it.
type Io<T> = () => Promise<T>;

export class Registry {
  readonly #names = new Map<number, string>();
  #count = 0;
  #all: Promise<unknown> = Promise.resolve();

  spawn(name: string, f: Io<void>): void {
    const id = this.#count++;
    this.#names.set(id, name);
    const end = () => this.#names.delete(id);
    const ended = f().then(end, end);
    // Only now: f may have spawned as well, and made it longer.
    this.#all = Promise.all([this.#all, ended]);
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
