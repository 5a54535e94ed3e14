// Each spawn joins all work so far into one promise; idle() awaits it until it stays the same.
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
    // After the call: f may have spawned work too, and replaced #all.
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
