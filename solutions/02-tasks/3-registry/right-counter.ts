// Counts the running work, and calls a list of waiting resolve functions at zero.
type Io<T> = () => Promise<T>;

export class Registry {
  #names: (string | undefined)[] = [];
  #count = 0;
  #waiting: (() => void)[] = [];

  spawn(name: string, f: Io<void>): void {
    const place = this.#names.push(name) - 1;
    this.#count++;
    const end = () => {
      delete this.#names[place];
      this.#count--;
      if (this.#count > 0) return;
      for (const tell of this.#waiting) tell();
      this.#waiting = [];
      this.#names = [];
    };
    f().then(end, end);
  }

  running(): string[] {
    return this.#names.filter((name) => name !== undefined);
  }

  idle(): Promise<void> {
    if (this.#count === 0) return Promise.resolve();
    return new Promise((resolve) => this.#waiting.push(resolve));
  }
}
