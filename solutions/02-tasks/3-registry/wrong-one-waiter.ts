// Keeps one resolve function: the second caller of idle() replaces the first.
// Fails: several callers can await idle(), and await it again later
// Says: Deadlock
type Io<T> = () => Promise<T>;

export class Registry {
  #names: { name: string }[] = [];
  #tell: (() => void) | undefined;

  spawn(name: string, f: Io<void>): void {
    const entry = { name };
    this.#names.push(entry);
    const end = () => {
      this.#names = this.#names.filter((other) => other !== entry);
      if (this.#names.length === 0) this.#tell?.();
    };
    f().then(end, end);
  }

  running(): string[] {
    return this.#names.map(({ name }) => name);
  }

  idle(): Promise<void> {
    if (this.#names.length === 0) return Promise.resolve();
    return new Promise((resolve) => {
      this.#tell = resolve;
    });
  }
}
