// Uses one promise for all calls of idle(): once it has fulfilled, it stays fulfilled.
// Fails: several callers can await idle(), and await it again later
// Says: A promise that has fulfilled stays fulfilled.
type Io<T> = () => Promise<T>;

export class Registry {
  #names: { name: string }[] = [];
  #tell: () => void = () => {};
  readonly #idle = new Promise<void>((resolve) => {
    this.#tell = resolve;
  });

  spawn(name: string, f: Io<void>): void {
    const entry = { name };
    this.#names.push(entry);
    const end = () => {
      this.#names = this.#names.filter((other) => other !== entry);
      if (this.#names.length === 0) this.#tell();
    };
    f().then(end, end);
  }

  running(): string[] {
    return this.#names.map(({ name }) => name);
  }

  idle(): Promise<void> {
    if (this.#names.length === 0) this.#tell();
    return this.#idle;
  }
}
