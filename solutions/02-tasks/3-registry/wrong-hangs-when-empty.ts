// Waits for the next piece of work to end, even when nothing is running.
// Fails: idle() fulfils immediately when nothing is running
// Says: Deadlock at 0 ms
type Io<T> = () => Promise<T>;

export class Registry {
  #names: { name: string }[] = [];
  #waiting: (() => void)[] = [];

  spawn(name: string, f: Io<void>): void {
    const entry = { name };
    this.#names.push(entry);
    const end = () => {
      this.#names = this.#names.filter((other) => other !== entry);
      if (this.#names.length > 0) return;
      for (const tell of this.#waiting) tell();
      this.#waiting = [];
    };
    f().then(end, end);
  }

  running(): string[] {
    return this.#names.map(({ name }) => name);
  }

  idle(): Promise<void> {
    return new Promise((resolve) => this.#waiting.push(resolve));
  }
}
