// Removes work only when it fulfils: after a failure idle() never settles.
// Fails: idle() waits for the rest when some work fails, and fulfils
// Fails: causes no unhandled rejection when some work fails
// Fails: running() returns the names of the running work at every moment
// Says: Pass the error on: call reject, or await it in a function that your caller awaits.
type Io<T> = () => Promise<T>;

export class Registry {
  #names: { name: string }[] = [];
  #waiting: (() => void)[] = [];

  spawn(name: string, f: Io<void>): void {
    const entry = { name };
    this.#names.push(entry);
    f().then(() => {
      this.#names = this.#names.filter((other) => other !== entry);
      if (this.#names.length > 0) return;
      for (const tell of this.#waiting) tell();
      this.#waiting = [];
    });
  }

  running(): string[] {
    return this.#names.map(({ name }) => name);
  }

  idle(): Promise<void> {
    if (this.#names.length === 0) return Promise.resolve();
    return new Promise((resolve) => this.#waiting.push(resolve));
  }
}
